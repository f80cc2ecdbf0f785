package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.city.Device;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;

/** What a {@link RegisterStore} promises about its lists. */
abstract class RegisterPagesContract extends RegisterStoreFixture {
  @Test
  void devices_are_paged_in_the_order_of_their_ids() {
    List<String> ids = List.of("-d", "A", "B_2", "Z", "a", "a:1");
    saveDevices(ids.stream().map(id -> device(id, Map.of())).toList());

    assertThat(devices(Optional.empty(), 4)).containsExactly("-d", "A", "B_2", "Z");
    assertThat(devices(Optional.of("Z"), 4)).containsExactly("a", "a:1");
    assertThat(devices(Optional.of("C"), 1)).containsExactly("Z");
    assertThat(devices(Optional.of("a:1"), 4)).isEmpty();
  }

  @Test
  void devices_are_found_by_what_is_said_of_them() {
    saveDevices(List.of(device("LAKE_1", Map.of()), device("lake-2", Map.of())));
    Device one = device("LAKE_1", Map.of());

    assertThat(found("lake_", Set.of(), Set.of())).as("no wildcard").containsExactly("LAKE_1");
    assertThat(found("AKE", Set.of(), Set.of())).containsExactly("LAKE_1", "lake-2");
    assertThat(found(one.driver().substring(1), Set.of(), Set.of())).hasSize(2);
    assertThat(found(one.address(), Set.of(), Set.of())).hasSize(2);
    assertThat(found("%", Set.of(), Set.of())).isEmpty();
    assertThat(found("%", Set.of(one.area()), Set.of())).hasSize(2);
    assertThat(found("%", Set.of(), Set.of(one.type(), "other"))).hasSize(2);
    assertThat(found("%", Set.of(new AreaId("b")), Set.of("other"))).isEmpty();
  }

  private List<String> found(String text, Set<AreaId> areas, Set<String> types) {
    DeviceQuery.Sought sought = new DeviceQuery.Sought(text, areas, types);
    DeviceQuery wanted = new DeviceQuery(Set.of(), Optional.of(sought));
    return store().devices(wanted, Optional.empty(), 9).stream()
        .map(device -> device.id().value())
        .toList();
  }

  private List<String> devices(Optional<String> after, int limit) {
    return store().devices(DeviceQuery.in(Set.of()), after.map(DeviceId::new), limit).stream()
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
    assertThat(store().devices(DeviceQuery.in(areas), Optional.empty(), 1)).containsExactly(there);
    assertThat(store().devices(DeviceQuery.in(areas), Optional.of(there.id()), 5))
        .containsExactly(device("D-3", Map.of()));
    assertThat(store().assets(areas, Optional.empty(), 5)).containsExactly(asset("A-1", ""));
    assertThat(store().assets(Set.of(new AreaId("b")), Optional.empty(), 5)).isEmpty();
  }
}
