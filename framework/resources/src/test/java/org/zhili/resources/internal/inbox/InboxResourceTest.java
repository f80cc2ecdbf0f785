package org.zhili.resources.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantined;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.city.DeviceBody;
import org.zhili.text.Text;

class InboxResourceTest {
  private static final String NETWORK =
      "chirpstack:52f14cd4-c6f1-4fbd-8f87-4025e1d49242:24e124136b502217";

  private final TestTown town = new TestTown();
  private final InboxResource inbox = town.resource(InboxResource.class);

  InboxResourceTest() {
    keep("1", Optional.empty(), Optional.of(new NetworkId(NETWORK)));
    keep("2", Optional.empty(), Optional.of(new NetworkId(NETWORK)));
    keep("3", Optional.of(new DeviceId("MC-new")), Optional.empty());
    keep("4", Optional.of(new DeviceId("MC-east")), Optional.empty());
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void keep(String number, Optional<DeviceId> device, Optional<NetworkId> network) {
    Origin origin =
        new Origin("somewhere", Optional.empty(), OptionalInt.empty(), Optional.empty());
    town.town()
        .stores()
        .ingest()
        .park(
            new Quarantined(
                UUID.fromString("00000000-0000-7000-8000-00000000000" + number),
                Quarantined.Kind.NO_DRIVER,
                Text.of("ingest.kept.unclaimed"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                device,
                network,
                new IncomingMessage(origin, Payload.ofUtf8("x"), TestTown.START, false, false),
                1));
  }

  private static ApprovalBody body(String id, String area) {
    return new ApprovalBody(
        Optional.of(id).filter(text -> !text.isEmpty()),
        new DeviceBody(
            "trash_bin",
            "some-driver",
            area,
            "中山路",
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.of("alink:somebody:else")));
  }

  private List<String> names() {
    return inbox.list(null, 50, LoggedIn.OPERATOR).items().stream()
        .map(StrangerView::name)
        .toList();
  }

  @Test
  void unknown_devices_are_listed_with_what_is_known_of_them() {
    List<StrangerView> all = inbox.list(null, 50, LoggedIn.OPERATOR).items();

    assertThat(all).extracting(StrangerView::name).containsExactly("MC-new", NETWORK);
    StrangerView lora = all.get(1);
    assertThat(lora.network()).contains(NETWORK);
    assertThat(lora.suggestedId()).isEqualTo("24e124136b502217");
    assertThat(lora.messages()).isEqualTo(2);
    assertThat(lora.firstSeen()).isEqualTo(TestTown.START);
    assertThat(lora.drivers()).isEmpty();
    assertThat(inbox.list("MC-new", 50, LoggedIn.OPERATOR).items()).containsExactly(lora);
  }

  @Test
  void an_approved_device_is_in_the_register_behind_its_network_and_waits_no_more() {
    ApprovalView approved = inbox.approve(NETWORK, body("BIN-7", "east"), LoggedIn.ADMINISTRATOR);

    assertThat(approved.device().id()).isEqualTo("BIN-7");
    assertThat(approved.device().network()).contains(NETWORK);
    assertThat(town.town().devices().find(new DeviceId("BIN-7"))).isPresent();
    assertThat(names()).containsExactly("MC-new");
    refused(
        404,
        "ZL-3060",
        () -> inbox.approve(NETWORK, body("BIN-7", "east"), LoggedIn.ADMINISTRATOR));
  }

  @Test
  void a_device_on_its_own_topic_keeps_its_id() {
    refused(
        422, "ZL-3011", () -> inbox.approve("MC-new", body("X", "east"), LoggedIn.ADMINISTRATOR));
    ApprovalView approved = inbox.approve("MC-new", body("", "east"), LoggedIn.ADMINISTRATOR);

    assertThat(approved.device().id()).isEqualTo("MC-new");
    assertThat(approved.device().network()).isEmpty();
  }

  @Test
  void an_id_or_area_that_does_not_fit_is_refused() {
    refused(
        409,
        "ZL-3025",
        () -> inbox.approve(NETWORK, body("MC-east", "east"), LoggedIn.ADMINISTRATOR));
    refused(
        422,
        "ZL-3013",
        () -> inbox.approve(NETWORK, body("BIN-7", "nowhere"), LoggedIn.ADMINISTRATOR));
    assertThat(names()).contains(NETWORK);
  }

  @Test
  void a_dismissed_device_is_listed_no_more() {
    inbox.dismiss(NETWORK, LoggedIn.ADMINISTRATOR);

    assertThat(names()).containsExactly("MC-new");
    refused(404, "ZL-3060", () -> inbox.dismiss("nobody", LoggedIn.ADMINISTRATOR));
  }

  @Test
  void whoever_sees_a_district_only_sees_no_unknown_devices() {
    LoggedIn western = LoggedIn.ADMINISTRATOR.in("west");
    refused(403, "ZL-3003", () -> inbox.list(null, 50, western));
    refused(403, "ZL-3003", () -> inbox.dismiss(NETWORK, western));
    refused(403, "ZL-3003", () -> inbox.approve(NETWORK, body("BIN-7", "west"), western));
  }
}
