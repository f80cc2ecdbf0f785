package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.core.city.RegisterStore.Ownership;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.id.UnitId;

/** What a {@link RegisterStore} promises about what it is given. */
public abstract class RegisterStoreContract extends RegisterPagesContract {
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
    assertThat(store().devices(DeviceQuery.in(Set.of()), Optional.empty(), 9)).isEmpty();
  }

  @Test
  void of_two_with_one_id_in_one_call_the_later_counts() {
    saveAssets(List.of(asset("A-1", "telecom"), asset("A-1", "power")), AT);
    saveDevices(List.of(device("D-1", Map.of()), device("D-1", Map.of("a", "b"))));

    assertThat(store().asset(new AssetId("A-1"))).contains(asset("A-1", "power"));
    assertThat(store().device(new DeviceId("D-1"))).contains(device("D-1", Map.of("a", "b")));
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
    assertThat(applied("2026-11", AT)).isTrue();
    assertThat(applied("2026-11", AT.plusSeconds(9))).isFalse();

    assertThat(store().latestRules()).contains(AT);
  }

  @Test
  void rules_that_were_in_force_before_may_come_back() {
    applied("2026-11", AT);
    applied("2026-12", AT);

    assertThat(applied("2026-11", AT)).isTrue();
    assertThat(applied("2026-11", AT)).isFalse();
    assertThat(applied("2026-12", AT)).isTrue();
  }

  private boolean applied(String version, Instant at) {
    return transactions().run(() -> store().rulesApplied(version, at));
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
  void a_device_is_found_by_what_its_network_calls_it() {
    NetworkId network =
        new NetworkId("chirpstack:52f14cd4-c6f1-4fbd-8f87-4025e1d49242:24e124136b502217");
    Device behind = behind(device("D-1", Map.of()), network);
    saveDevices(List.of(behind, device("D-2", Map.of())));

    assertThat(store().device(behind.id())).contains(behind);
    assertThat(store().behind(network)).contains(behind.id());
    assertThat(store().behind(Set.of(network, new NetworkId("alink:a:b"))))
        .containsOnlyKeys(network);
    assertThat(store().behind(Set.of())).isEmpty();
  }

  @Test
  void as_many_as_a_sheet_names_are_found() {
    List<Device> many =
        IntStream.range(0, 1_001).mapToObj(i -> device("M-" + i, Map.of())).toList();
    saveDevices(many);
    assertThat(store().devices(many.stream().map(Device::id).collect(Collectors.toSet())))
        .hasSize(1_001);
  }

  @Test
  void what_a_network_calls_one_device_it_calls_no_other() {
    NetworkId network =
        new NetworkId("chirpstack:52f14cd4-c6f1-4fbd-8f87-4025e1d49242:24e124136b502217");
    Device one = behind(device("D-1", Map.of()), network);
    Device other = behind(device("D-2", Map.of()), network);
    saveDevices(List.of(one));
    transactions().run(() -> store().replaceDevice(Optional.empty(), other));

    assertThat(store().behind(network)).contains(other.id());
    assertThat(store().device(one.id())).contains(device("D-1", Map.of()));

    transactions().run(() -> store().takeDevices(List.of(one)));
    assertThat(store().behind(network)).contains(one.id());
    assertThat(store().device(other.id())).contains(device("D-2", Map.of()));
  }

  private static Device behind(Device device, NetworkId network) {
    return new Device(
        device.id(),
        device.type(),
        device.driver(),
        device.area(),
        device.address(),
        device.position(),
        device.asset(),
        device.settings(),
        Optional.of(network));
  }
}
