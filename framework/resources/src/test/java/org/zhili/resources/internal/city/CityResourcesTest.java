package org.zhili.resources.internal.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.id.DeviceId;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.PositionBody;

class CityResourcesTest {
  private final TestTown town = new TestTown();
  private final DeviceResource devices = town.resource(DeviceResource.class);
  private final GatewayResource gateways = town.resource(GatewayResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_device_is_registered_read_and_changed() {
    DeviceView made =
        put("MC-new", device("east", Optional.of("A-east"), "1"), LoggedIn.ADMINISTRATOR);
    assertThat(device("MC-new", LoggedIn.OPERATOR)).isEqualTo(made);
    put("MC-new", device("east", Optional.empty(), "2"), LoggedIn.ADMINISTRATOR);
    assertThat(device("MC-new", LoggedIn.OPERATOR).settings()).containsEntry("depth", "2");
    assertThat(town.town().devices().find(new DeviceId("MC-new"))).isPresent();
  }

  @Test
  void a_device_lies_where_the_register_knows() {
    refused(
        422,
        "ZL-3014",
        () -> put("MC-new", device("east", Optional.of("A-x"), "1"), LoggedIn.ADMINISTRATOR));
    refused(
        422,
        "ZL-3013",
        () -> put("MC-new", device("x", Optional.empty(), "1"), LoggedIn.ADMINISTRATOR));
    refused(
        422,
        "ZL-3011",
        () -> put("a.b", device("east", Optional.empty(), "1"), LoggedIn.ADMINISTRATOR));
    refused(404, "ZL-3022", () -> device("MC-new", LoggedIn.ADMINISTRATOR));
  }

  @Test
  void devices_come_in_pages_by_their_ids() {
    Paging.Page<DeviceView> first = devices.list(null, null, 1, LoggedIn.OPERATOR);
    Paging.Page<DeviceView> second =
        devices.list(null, first.next().orElseThrow(), 1, LoggedIn.OPERATOR);
    assertThat(first.items()).extracting(DeviceView::id).containsExactly("MC-east");
    assertThat(second.items()).extracting(DeviceView::id).containsExactly("MC-west");
    assertThat(devices.list(null, "MC-west", 50, LoggedIn.OPERATOR).items()).isEmpty();
  }

  @Test
  void a_page_is_filled_from_beyond_what_the_viewer_may_not_see() {
    for (int i = 10; i < 90; i++) {
      put(
          "MC-" + i,
          device(i == 80 ? "west" : "east", Optional.empty(), "1"),
          LoggedIn.ADMINISTRATOR);
    }
    Paging.Page<DeviceView> page = devices.list(null, null, 1, LoggedIn.OPERATOR.in("west"));
    assertThat(page.items()).extracting(DeviceView::id).containsExactly("MC-80");
    assertThat(
            devices.list(null, page.next().orElseThrow(), 5, LoggedIn.OPERATOR.in("west")).items())
        .extracting(DeviceView::id)
        .containsExactly("MC-west");
  }

  @Test
  void a_credential_is_shown_once_opens_the_devices_topic_and_can_be_taken_back() {
    Response answer = devices.issue("MC-east", LoggedIn.ADMINISTRATOR);
    CredentialView credential = (CredentialView) answer.getEntity();
    assertThat(answer.getHeaderString("Cache-Control")).contains("no-store");
    assertThat(credential.topic()).isEqualTo("zhili/v1/demo/MC-east/up");
    assertThat(credential.toString()).doesNotContain(credential.password());
    assertThat(authenticates(credential)).isTrue();
    CredentialView next =
        (CredentialView) devices.issue("MC-east", LoggedIn.ADMINISTRATOR).getEntity();
    assertThat(authenticates(credential)).as("the old one ends").isFalse();
    assertThat(authenticates(next)).isTrue();
    devices.revoke("MC-east", LoggedIn.ADMINISTRATOR);
    assertThat(authenticates(next)).isFalse();
    refused(404, "ZL-3024", () -> devices.revoke("MC-east", LoggedIn.ADMINISTRATOR));
    refused(404, "ZL-3022", () -> devices.issue("MC-none", LoggedIn.ADMINISTRATOR));
  }

  @Test
  void a_gateway_cannot_take_the_name_of_a_device_nor_a_device_that_of_a_gateway() {
    refused(409, "ZL-3025", () -> gateways.issue("MC-east", List.of(), LoggedIn.ADMINISTRATOR));
    CredentialView gateway =
        (CredentialView) gateways.issue("GW-1", List.of(), LoggedIn.ADMINISTRATOR).getEntity();
    assertThat(gateway.topic()).isEqualTo("zhili/v1/demo/+/up");
    refused(
        409,
        "ZL-3025",
        () -> put("GW-1", device("east", Optional.empty(), "1"), LoggedIn.ADMINISTRATOR));
    assertThat(authenticates(gateway)).isTrue();
    gateways.revoke("GW-1", LoggedIn.ADMINISTRATOR);
    assertThat(authenticates(gateway)).isFalse();
    refused(404, "ZL-3024", () -> gateways.revoke("GW-1", LoggedIn.ADMINISTRATOR));
  }

  @Test
  void a_network_owns_topics_of_its_own_and_none_of_the_towns() {
    CredentialView network =
        (CredentialView)
            gateways
                .issue("chirpstack", List.of("application/#"), LoggedIn.ADMINISTRATOR)
                .getEntity();
    assertThat(network.topic()).isEqualTo("application/#");
    assertThat(authenticates(network)).isTrue();
    for (String topic : List.of("zhili/v1/demo/+/up", "#", "+/x", "a/#/b", "$SYS/#", "/a", "")) {
      refused(
          422,
          "ZL-3011",
          () -> gateways.issue("other", List.of("a/#", topic), LoggedIn.ADMINISTRATOR));
    }
    gateways.revoke("chirpstack", LoggedIn.ADMINISTRATOR);
    assertThat(authenticates(network)).isFalse();
  }

  @Test
  void the_credential_of_a_device_is_not_revoked_as_a_gateways() {
    CredentialView credential =
        (CredentialView) devices.issue("MC-east", LoggedIn.ADMINISTRATOR).getEntity();
    refused(404, "ZL-3024", () -> gateways.revoke("MC-east", LoggedIn.ADMINISTRATOR));
    assertThat(authenticates(credential)).isTrue();
  }

  @Test
  void a_device_takes_no_name_in_a_network_from_one_of_another_district() {
    LoggedIn west = LoggedIn.ADMINISTRATOR.in("west");
    put("MC-a", behind("east", "lora:1"), LoggedIn.ADMINISTRATOR);
    refused(409, "ZL-2030", () -> put("MC-b", behind("west", "lora:1"), west));
    assertThat(device("MC-a", LoggedIn.OPERATOR).network()).contains("lora:1");
    put("MC-a", behind("east", "lora:1"), LoggedIn.ADMINISTRATOR);

    put("MC-b", behind("west", "lora:2"), west);
    put("MC-c", behind("west", "lora:2"), west);
    assertThat(device("MC-c", LoggedIn.OPERATOR).network()).contains("lora:2");
    assertThat(device("MC-b", LoggedIn.OPERATOR).network()).isEmpty();
    put("MC-d", behind("west", "lora:1"), LoggedIn.ADMINISTRATOR);
    assertThat(device("MC-a", LoggedIn.OPERATOR).network()).isEmpty();
  }

  private static DeviceBody behind(String area, String network) {
    return new DeviceBody(
        "manhole_cover",
        "some-driver",
        area,
        "中山路",
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.of(network));
  }

  @Test
  void the_towns_own_name_is_nobodys() {
    for (String name : List.of("zhili-connector", "zhili-node", "zhili-x")) {
      refused(422, "ZL-2031", () -> gateways.issue(name, List.of("a/#"), LoggedIn.ADMINISTRATOR));
      refused(
          422,
          "ZL-2031",
          () -> put(name, device("east", Optional.empty(), "1"), LoggedIn.ADMINISTRATOR));
    }
    refused(() -> gateways.revoke("zhili-connector", LoggedIn.ADMINISTRATOR));
    assertThat(town.town().access().current("zhili-connector")).isPresent();
  }

  private boolean authenticates(CredentialView credential) {
    return town.town()
        .access()
        .authenticate(credential.username(), credential.password(), credential.username())
        .isPresent();
  }

  @Test
  void the_etag_of_a_device_is_good_for_the_next_change_and_no_more() {
    DeviceBody shallow = device("east", Optional.empty(), "1");
    DeviceBody deep = device("east", Optional.empty(), "2");
    Response made = devices.register("MC-new", shallow, null, "*", LoggedIn.ADMINISTRATOR);
    refused(
        412, "ZL-3034", () -> devices.register("MC-new", deep, null, "*", LoggedIn.ADMINISTRATOR));
    refused(
        412,
        "ZL-3034",
        () -> devices.register("MC-x", deep, "\"ab\"", null, LoggedIn.ADMINISTRATOR));
    refused(
        400, "ZL-3032", () -> devices.register("MC-new", deep, "ab", null, LoggedIn.ADMINISTRATOR));
    String weak = "W/\"" + made.getEntityTag().getValue() + "--gzip\"";
    devices.register("MC-new", deep, weak, null, LoggedIn.ADMINISTRATOR);
    refused(
        412,
        "ZL-3034",
        () -> devices.register("MC-new", shallow, weak, null, LoggedIn.ADMINISTRATOR));
    assertThat(device("MC-new", LoggedIn.OPERATOR).settings()).containsEntry("depth", "2");
  }

  @Test
  void the_books_are_open_to_all_who_work_here() {
    assertThat(town.resource(UnitResource.class).list())
        .extracting(UnitResource.UnitView::id)
        .containsExactly("bureau", "municipal-works", "telecom", "urban-enforcement");
    assertThat(town.resource(AreaResource.class).list())
        .extracting(AreaResource.AreaView::id)
        .containsExactly("city", "east", "east-1", "west");
    assertThat(town.resource(CaseTypeResource.class).list())
        .singleElement()
        .satisfies(type -> assertThat(type.id()).isEqualTo("test.component"));
    assertThat(town.resource(RuleResource.class).read())
        .satisfies(rules -> assertThat(rules.version()).isEqualTo("rules-1"))
        .satisfies(rules -> assertThat(rules.strategy()).isEqualTo("advising"));
  }

  private DeviceView put(String id, DeviceBody body, LoggedIn by) {
    String known =
        town.town().devices().find(new DeviceId(id.replace('.', '-'))).map(d -> "*").orElse(null);
    return (DeviceView) devices.register(id, body, known, null, by).getEntity();
  }

  private DeviceView device(String id, LoggedIn by) {
    return (DeviceView) devices.read(id, by).getEntity();
  }

  private static DeviceBody device(String area, Optional<String> asset, String depth) {
    return new DeviceBody(
        "manhole_cover",
        "some-driver",
        area,
        "中山路",
        Optional.of(new PositionBody(30.6, 104.1)),
        asset,
        Map.of("depth", depth),
        Optional.empty());
  }
}
