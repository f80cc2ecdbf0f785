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
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.core.city.RegisterStore.Ownership;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Together;
import org.zhili.core.store.Transactions;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** What a {@link RegisterStore} promises. Every test begins with an empty store. */
public abstract class RegisterStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456Z");
  private static final Wording NAME = new Wording("名", "Name");

  protected abstract Transactions transactions();

  protected abstract RegisterStore store();

  private static Area area(String id, String level) {
    return new Area(
        new AreaId(id),
        NAME,
        level,
        Optional.of("city").filter(p -> !p.equals(id)).map(AreaId::new));
  }

  private static Unit unit(String id, String... duties) {
    return new Unit(
        new UnitId(id),
        NAME,
        Set.of(duties),
        Set.of(new AreaId("a"), new AreaId("b")),
        Set.of(new AreaId("b")),
        Optional.of(new UnitId("parent")));
  }

  private static Asset asset(String id, String owner) {
    return new Asset(
        new AssetId(id),
        "manhole_cover",
        NAME,
        new AreaId("a"),
        "中山路100号",
        Optional.of(new Value.Position(31.230416, 121.473701)),
        Optional.of(owner).filter(o -> !o.isEmpty()).map(UnitId::new),
        Optional.of(new UnitId("competent")),
        Optional.of(new UnitId("maintainer")),
        Optional.of(new UnitId("supervisor")));
  }

  private static Device device(String id, Map<String, String> settings) {
    return new Device(
        new DeviceId(id),
        "bin",
        "em400-udl",
        new AreaId("a"),
        "x",
        Optional.of(new Value.Position(-31.5, -0.25)),
        Optional.of(new AssetId("A-1")),
        settings);
  }

  private void saveAssets(Collection<Asset> assets, Instant at) {
    transactions().run(() -> store().saveAssets(assets, at));
  }

  private void saveDevices(Collection<Device> devices) {
    transactions().run(() -> store().saveDevices(devices));
  }

  @Test
  void areas_come_back_and_are_replaced_by_id() {
    transactions().run(() -> store().saveAreas(List.of(area("b", "street"), area("city", "city"))));
    transactions().run(() -> store().saveAreas(List.of(area("b", "community"))));

    assertThat(store().areas())
        .containsExactlyInAnyOrder(area("b", "community"), area("city", "city"));
  }

  @Test
  void units_come_back_and_are_replaced_by_id() {
    Unit bare = new Unit(new UnitId("bare"), NAME, Set.of(), Set.of(), Set.of(), Optional.empty());
    transactions().run(() -> store().saveUnits(List.of(bare, unit("works", "cover", "lamp, big"))));
    transactions().run(() -> store().saveUnits(List.of(unit("works", "bin"))));

    assertThat(store().units()).containsExactlyInAnyOrder(bare, unit("works", "bin"));
  }

  @Test
  void assets_come_back_and_are_replaced_by_code() {
    Asset bare =
        new Asset(
            new AssetId("bare"),
            "t",
            NAME,
            new AreaId("a"),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    saveAssets(List.of(asset("A-1", "telecom"), bare), AT);
    saveAssets(List.of(asset("A-1", "power")), AT);

    assertThat(store().asset(new AssetId("A-1"))).contains(asset("A-1", "power"));
    assertThat(store().asset(new AssetId("bare"))).contains(bare);
    assertThat(store().asset(new AssetId("A-2"))).isEmpty();
  }

  @Test
  void devices_come_back_and_are_replaced_by_id() {
    Device bare =
        new Device(
            new DeviceId("bare"),
            "t",
            "d",
            new AreaId("a"),
            "",
            Optional.empty(),
            Optional.empty(),
            Map.of());
    saveDevices(List.of(device("D-1", Map.of("bin.depth", "1200")), bare));
    saveDevices(List.of(device("D-1", Map.of("bin.depth", "900", "深 \"度\"", ""))));

    assertThat(store().device(new DeviceId("D-1")))
        .contains(device("D-1", Map.of("bin.depth", "900", "深 \"度\"", "")));
    assertThat(store().device(new DeviceId("bare"))).contains(bare);
    assertThat(store().device(new DeviceId("D-2"))).isEmpty();
  }

  @Test
  void many_are_found_at_once_and_those_nobody_registered_are_left_out() {
    saveDevices(List.of(device("D-1", Map.of()), device("D-2", Map.of()), device("D-3", Map.of())));
    saveAssets(List.of(asset("A-1", "telecom"), asset("A-2", "")), AT);

    assertThat(
            store()
                .devices(
                    Set.of(new DeviceId("D-1"), new DeviceId("D-3"), new DeviceId("stranger"))))
        .containsExactlyInAnyOrder(device("D-1", Map.of()), device("D-3", Map.of()));
    assertThat(store().assets(Set.of(new AssetId("A-2"), new AssetId("A-9"))))
        .containsExactly(asset("A-2", ""));
    assertThat(store().devices(Set.of())).isEmpty();
  }

  @Test
  void nothing_to_save_is_nothing() {
    transactions()
        .run(
            () -> {
              store().saveAreas(List.of());
              store().saveUnits(List.of());
              store().saveAssets(List.of(), AT);
              store().saveDevices(List.of());
            });

    assertThat(store().areas()).isEmpty();
    assertThat(store().devices(Set.of(), Optional.empty(), 9)).isEmpty();
  }

  @Test
  void of_two_with_one_id_in_one_call_the_later_counts() {
    saveAssets(List.of(asset("A-1", "telecom"), asset("A-1", "power")), AT);
    saveDevices(List.of(device("D-1", Map.of()), device("D-1", Map.of("a", "b"))));

    assertThat(store().asset(new AssetId("A-1"))).contains(asset("A-1", "power"));
    assertThat(store().device(new DeviceId("D-1"))).contains(device("D-1", Map.of("a", "b")));
  }

  @Test
  void devices_are_paged_in_the_order_of_their_ids() {
    List<String> ids = List.of("-d", "A", "B_2", "Z", "a", "a:1");
    saveDevices(ids.stream().map(id -> device(id, Map.of())).toList());

    assertThat(devices(Optional.empty(), 4)).containsExactly("-d", "A", "B_2", "Z");
    assertThat(devices(Optional.of("Z"), 4)).containsExactly("a", "a:1");
    assertThat(devices(Optional.of("C"), 1)).containsExactly("Z");
    assertThat(devices(Optional.of("a:1"), 4)).isEmpty();
  }

  private List<String> devices(Optional<String> after, int limit) {
    return store().devices(Set.of(), after.map(DeviceId::new), limit).stream()
        .map(device -> device.id().value())
        .toList();
  }

  @Test
  void assets_are_paged_in_the_order_of_their_codes() {
    saveAssets(List.of(asset("b", ""), asset("C", ""), asset("a", "")), AT);

    assertThat(store().assets(Set.of(), Optional.empty(), 2))
        .containsExactly(asset("C", ""), asset("a", ""));
    assertThat(store().assets(Set.of(), Optional.of(new AssetId("a")), 2))
        .containsExactly(asset("b", ""));
  }

  @Test
  void a_page_of_some_areas_has_nothing_from_elsewhere() {
    Device there = device("D-2", Map.of());
    Device elsewhere =
        new Device(
            new DeviceId("D-1"),
            there.type(),
            there.driver(),
            new AreaId("b"),
            there.address(),
            there.position(),
            there.asset(),
            there.settings());
    saveDevices(List.of(there, elsewhere, device("D-3", Map.of())));
    saveAssets(List.of(asset("A-1", "")), AT);

    Set<AreaId> areas = Set.of(new AreaId("a"), new AreaId("c"));
    assertThat(store().devices(areas, Optional.empty(), 1)).containsExactly(there);
    assertThat(store().devices(areas, Optional.of(there.id()), 5))
        .containsExactly(device("D-3", Map.of()));
    assertThat(store().assets(areas, Optional.empty(), 5)).containsExactly(asset("A-1", ""));
    assertThat(store().assets(Set.of(new AreaId("b")), Optional.empty(), 5)).isEmpty();
  }

  @Test
  void owners_of_an_asset_are_remembered_latest_first() {
    saveAssets(List.of(asset("A-1", ""), asset("A-2", "gas")), AT);
    saveAssets(List.of(asset("A-1", "telecom")), AT.plusSeconds(1));
    saveAssets(List.of(asset("A-1", "telecom")), AT.plusSeconds(2));
    saveAssets(List.of(asset("A-1", "power")), AT.plusSeconds(2));
    saveAssets(List.of(asset("A-1", "telecom")), AT.plusSeconds(2));

    assertThat(store().owners(new AssetId("A-1")))
        .containsExactly(
            new Ownership(Optional.of(new UnitId("telecom")), AT.plusSeconds(2)),
            new Ownership(Optional.of(new UnitId("power")), AT.plusSeconds(2)),
            new Ownership(Optional.of(new UnitId("telecom")), AT.plusSeconds(1)),
            new Ownership(Optional.empty(), AT));
    assertThat(store().owners(new AssetId("A-2")))
        .containsExactly(new Ownership(Optional.of(new UnitId("gas")), AT));
    assertThat(store().owners(new AssetId("A-3"))).isEmpty();
  }

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
  void the_latest_instant_written_is_known() {
    assertThat(store().latestRules()).isEmpty();
    transactions().run(() -> store().rulesApplied("2026-11", AT));
    transactions().run(() -> store().rulesApplied("2026-12", AT.minusSeconds(9)));
    assertThat(store().latestRules()).contains(AT);

    saveAssets(List.of(asset("A-1", "")), AT.plusSeconds(5));
    assertThat(store().latestRules()).contains(AT.plusSeconds(5));
  }

  @Test
  void rules_come_into_force_once() {
    transactions().run(() -> store().rulesApplied("2026-11", AT));
    transactions().run(() -> store().rulesApplied("2026-11", AT.plusSeconds(9)));

    assertThat(store().latestRules()).contains(AT);
  }

  @Test
  void a_failed_transaction_leaves_the_registers_as_they_were() {
    saveAssets(List.of(asset("A-1", "telecom")), AT);

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          store().saveAssets(List.of(asset("A-1", "power")), AT);
                          store().saveDevices(List.of(device("D-1", Map.of())));
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store().asset(new AssetId("A-1"))).contains(asset("A-1", "telecom"));
    assertThat(store().owners(new AssetId("A-1"))).hasSize(1);
    assertThat(store().device(new DeviceId("D-1"))).isEmpty();
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
