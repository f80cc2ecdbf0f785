package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.city.Device;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/** Devices that are registered together, or as a part of something larger. */
class RegisterTogetherTest {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final DeviceBook book =
      new DeviceBook(
          transactions,
          new InMemoryRegisterStore(transactions),
          () -> Instant.parse("2026-11-23T07:42:00Z"));

  private static Device device(String id, String network) {
    return new Device(
        new DeviceId(id),
        "lamp",
        "driver",
        new AreaId("east"),
        "",
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.of(new NetworkId(network)));
  }

  @Test
  void devices_change_their_names_in_a_network_with_each_other() {
    Device a = device("a", "net:1");
    Device b = device("b", "net:2");
    Device c = device("c", "net:3");
    List.of(a, b, c).forEach(book::register);
    book.registerDevices(
        List.of(
            new Change<>(Optional.of(a), device("a", "net:2")),
            new Change<>(Optional.of(b), device("b", "net:3")),
            new Change<>(Optional.of(c), device("c", "net:1"))));
    assertThat(book.devices(Optional.empty(), 9))
        .containsExactly(device("a", "net:2"), device("b", "net:3"), device("c", "net:1"));
    assertThat(book.behind(new NetworkId("net:1"))).contains(device("c", "net:1"));
  }

  @Test
  void what_is_remembered_is_forgotten_when_all_of_it_is_written() {
    transactions.run(
        () -> {
          book.register(device("a", "net:1"));
          // somebody reads before the end, and remembers what there is by then
          assertThat(book.find(new DeviceId("a"))).isPresent();
          book.registerDevice(new DeviceId("a"), before -> device("a", "net:2"));
          assertThat(book.find(new DeviceId("a"))).isPresent();
        });
    assertThat(book.find(new DeviceId("a"))).contains(device("a", "net:2"));
  }
}
