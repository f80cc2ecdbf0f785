package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.core.city.RegisterStore.Ownership;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Together;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;

/** What a {@link RegisterStore} promises to people, packs and nodes that change the same. */
public abstract class RegisterChangesContract extends RegisterStoreFixture {
  private void replace(Optional<Asset> seen, Asset asset) {
    transactions().run(() -> store().replaceAsset(seen, asset, AT));
  }

  private void replace(Optional<Device> seen, Device device) {
    transactions().run(() -> store().replaceDevice(seen, device));
  }

  @Test
  void what_was_seen_is_replaced_and_what_is_another_by_now_is_not() {
    Asset first = asset("A-1", "gas");
    Asset second = asset("A-1", "power");
    replace(Optional.empty(), first);
    assertThatThrownBy(() -> replace(Optional.empty(), second)).isInstanceOf(StoreConflict.class);
    replace(Optional.of(first), second);
    assertThatThrownBy(() -> replace(Optional.of(first), asset("A-1", "telecom")))
        .isInstanceOf(StoreConflict.class);
    assertThatThrownBy(() -> replace(Optional.of(asset("A-2", "gas")), asset("A-2", "power")))
        .isInstanceOf(StoreConflict.class);

    assertThat(store().asset(new AssetId("A-1"))).contains(second);
    assertThat(store().asset(new AssetId("A-2"))).isEmpty();
    assertThat(store().owners(new AssetId("A-1")))
        .extracting(Ownership::owner)
        .containsExactly(Optional.of(new UnitId("power")), Optional.of(new UnitId("gas")));
  }

  @Test
  void a_device_is_replaced_only_as_it_was_seen() {
    Device first = device("D-1", Map.of("a", "1", "b", "2"));
    Device second = device("D-1", Map.of("a", "3"));
    replace(Optional.empty(), first);
    replace(Optional.of(device("D-1", Map.of("b", "2", "a", "1"))), second);
    assertThatThrownBy(() -> replace(Optional.of(first), first)).isInstanceOf(StoreConflict.class);

    assertThat(store().device(new DeviceId("D-1"))).contains(second);
  }

  @Test
  void of_many_who_saw_the_same_only_one_replaces_it() {
    Asset seen = asset("A-1", "gas");
    replace(Optional.empty(), seen);
    AtomicInteger next = new AtomicInteger();
    List<Boolean> done =
        Together.times(
            4,
            () -> {
              try {
                replace(Optional.of(seen), asset("A-1", "unit-" + next.incrementAndGet()));
                return true;
              } catch (StoreConflict e) {
                return false;
              }
            });

    assertThat(done).containsOnlyOnce(true);
    assertThat(store().owners(new AssetId("A-1"))).hasSize(2);
  }

  private void takeAssets(Collection<Asset> pack, Instant at) {
    transactions().run(() -> store().takeAssets(pack, at));
  }

  @Test
  void what_people_changed_of_an_asset_outlives_a_pack_that_says_the_same() {
    takeAssets(List.of(asset("A-1", "works"), asset("A-2", "works")), AT);
    saveAssets(List.of(asset("A-1", "telecom")), AT.plusSeconds(1));
    takeAssets(List.of(asset("A-1", "works"), asset("A-2", "works")), AT.plusSeconds(2));

    assertThat(store().asset(new AssetId("A-1"))).contains(asset("A-1", "telecom"));
    assertThat(store().owners(new AssetId("A-1")))
        .containsExactly(
            new Ownership(Optional.of(new UnitId("telecom")), AT.plusSeconds(1)),
            new Ownership(Optional.of(new UnitId("works")), AT));
    assertThat(store().asset(new AssetId("A-2"))).contains(asset("A-2", "works"));
  }

  @Test
  void what_a_pack_says_anew_of_an_asset_holds_until_people_change_it_again() {
    takeAssets(List.of(asset("A-1", "works")), AT);
    saveAssets(List.of(asset("A-1", "telecom")), AT.plusSeconds(1));
    takeAssets(List.of(asset("A-1", "gas")), AT.plusSeconds(2));
    assertThat(store().asset(new AssetId("A-1"))).contains(asset("A-1", "gas"));

    saveAssets(List.of(asset("A-1", "telecom")), AT.plusSeconds(3));
    takeAssets(List.of(asset("A-1", "gas"), asset("A-3", "gas")), AT.plusSeconds(4));
    assertThat(store().asset(new AssetId("A-1"))).contains(asset("A-1", "telecom"));
    assertThat(store().asset(new AssetId("A-3"))).contains(asset("A-3", "gas"));
  }

  @Test
  void what_people_changed_of_a_device_outlives_a_pack_that_says_the_same() {
    List<Device> pack = List.of(device("D-1", Map.of("bin.depth", "1200", "bin.type", "big")));
    transactions().run(() -> store().takeDevices(pack));
    saveDevices(List.of(device("D-1", Map.of("bin.depth", "900"))));
    transactions().run(() -> store().takeDevices(pack));
    assertThat(store().device(new DeviceId("D-1")))
        .contains(device("D-1", Map.of("bin.depth", "900")));

    transactions().run(() -> store().takeDevices(List.of(device("D-1", Map.of()))));
    assertThat(store().device(new DeviceId("D-1"))).contains(device("D-1", Map.of()));
  }

  @Test
  void a_pack_that_was_not_taken_to_the_end_is_taken_anew() {
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          store().takeAssets(List.of(asset("A-1", "works")), AT);
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    takeAssets(List.of(asset("A-1", "works")), AT);

    assertThat(store().asset(new AssetId("A-1"))).contains(asset("A-1", "works"));
  }

  @Test
  void nodes_that_start_together_write_the_same_registers() {
    List<Asset> assets = IntStream.range(0, 1_200).mapToObj(i -> asset("A-" + i, "gas")).toList();
    Together.times(
        3,
        () ->
            transactions()
                .run(
                    () -> {
                      store().saveAreas(List.of(area("city", "city"), area("a", "street")));
                      store().saveUnits(List.of(unit("works", "x"), unit("gas")));
                      store().takeAssets(assets, AT);
                      store().rulesApplied("2026-11", AT);
                      return true;
                    }));

    assertThat(store().assets(Set.of(), Optional.empty(), 2_000)).hasSize(1_200);
    assertThat(store().units()).hasSize(2);
    assertThat(store().owners(new AssetId("A-7"))).hasSize(1);
    assertThat(store().latestRules()).contains(AT);
  }
}
