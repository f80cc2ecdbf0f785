package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.text.Wording;

class DeviceBookTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final DeviceId STRANGER = new DeviceId("stranger");
  private static final Asset ASSET =
      new Asset(
          new AssetId("A-1"),
          "bin",
          new Wording("箱", "Bin"),
          new AreaId("a"),
          "x",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryRegisterStore registers = new InMemoryRegisterStore(transactions);
  private final AtomicInteger asked = new AtomicInteger();
  private final DeviceBook book = new DeviceBook(new Counted(), registers, () -> NOW);
  private Runnable afterRead = () -> {};

  private final class Counted implements Transactions {
    @Override
    public <T> T run(Supplier<T> work) {
      asked.incrementAndGet();
      return transactions.run(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      asked.incrementAndGet();
      T answer = transactions.read(work);
      Runnable meanwhile = afterRead;
      afterRead = () -> {};
      meanwhile.run();
      return answer;
    }

    @Override
    public void afterCommit(Runnable action) {
      transactions.afterCommit(action);
    }
  }

  DeviceBookTest() {
    registers.saveAssets(List.of(ASSET), NOW);
    registers.saveDevices(List.of(device("D-1"), device("D-2")));
  }

  private static Device device(String id) {
    return new Device(
        new DeviceId(id),
        "bin",
        "driver",
        new AreaId("a"),
        "x",
        Optional.empty(),
        Optional.of(ASSET.id()),
        Map.of());
  }

  private void expect() {
    book.expect(Set.of(new DeviceId("D-1"), new DeviceId("D-2"), STRANGER));
  }

  @Test
  void devices_that_are_expected_are_read_together_and_their_assets_with_them() {
    expect();

    assertThat(book.find(new DeviceId("D-1"))).contains(device("D-1"));
    assertThat(book.find(new DeviceId("D-2"))).contains(device("D-2"));
    assertThat(book.find(STRANGER)).isEmpty();
    assertThat(book.asset(ASSET.id())).contains(ASSET);
    assertThat(asked).hasValue(1);
  }

  @Test
  void what_is_in_memory_is_not_read_again_until_it_is_forgotten() {
    expect();
    expect();
    assertThat(asked).hasValue(1);

    registers.saveDevices(List.of(device("stranger")));
    book.forget();
    expect();

    assertThat(book.find(STRANGER)).contains(device("stranger"));
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_device_registered_since_is_found_though_it_was_expected_in_vain() {
    expect();

    book.register(device("stranger"));

    assertThat(book.find(STRANGER)).contains(device("stranger"));
  }

  @Test
  void a_device_registered_while_it_was_looked_for_is_found_the_next_time() {
    afterRead = () -> book.register(device("stranger"));
    book.find(STRANGER);

    assertThat(book.find(STRANGER)).contains(device("stranger"));
  }

  @Test
  void an_asset_registered_while_it_was_looked_for_is_found_the_next_time() {
    AssetId id = new AssetId("A-2");
    Asset late =
        new Asset(
            id,
            "bin",
            ASSET.name(),
            ASSET.area(),
            "x",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    afterRead = () -> book.register(late);
    book.asset(id);

    assertThat(book.asset(id)).contains(late);
  }

  @Test
  void what_was_read_before_everything_was_forgotten_is_read_again() {
    afterRead = book::forget;
    book.find(STRANGER);
    registers.saveDevices(List.of(device("stranger")));

    assertThat(book.find(STRANGER)).contains(device("stranger"));
  }

  @Test
  void a_device_that_nobody_expected_is_found_by_itself() {
    assertThat(book.find(new DeviceId("D-1"))).contains(device("D-1"));
    assertThat(book.find(new DeviceId("D-1"))).contains(device("D-1"));
    assertThat(asked).hasValue(1);
  }
}
