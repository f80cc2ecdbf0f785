package org.zhili.resources.internal.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantine;
import org.zhili.core.ingest.Quarantined;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.text.Text;

class QuarantineResourceTest {
  private static final String EAST = "00000000-0000-7000-8000-000000000001";
  private static final String WEST = "00000000-0000-7000-8000-000000000002";
  private static final String BROKEN = "00000000-0000-7000-8000-000000000003";

  private final TestTown town = new TestTown();
  private final QuarantineResource quarantine = town.resource(QuarantineResource.class);

  @BeforeEach
  void three_messages_are_kept() {
    keep(EAST, Quarantined.Kind.NO_DRIVER, Optional.of("MC-east"), "{\"t\":1}");
    keep(WEST, Quarantined.Kind.REJECTED, Optional.of("MC-west"), "x".repeat(2000));
    keep(BROKEN, Quarantined.Kind.MALFORMED, Optional.empty(), "");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void keep(String id, Quarantined.Kind kind, Optional<String> device, String text) {
    Optional<DeviceId> from = device.map(DeviceId::new);
    IncomingMessage message =
        new IncomingMessage(
            Origin.of("zhili/v1/demo/x/up", from.orElse(new DeviceId("x"))),
            Payload.ofUtf8(text),
            TestTown.START,
            false,
            false);
    town.town()
        .stores()
        .ingest()
        .park(
            new Quarantined(
                UUID.fromString(id),
                kind,
                Text.of("ingest.kept.unclaimed"),
                Optional.of("some-driver"),
                Optional.empty(),
                Optional.empty(),
                from,
                message,
                1));
  }

  @Test
  void kept_messages_are_listed_in_order_with_what_can_be_seen_of_them() {
    List<MessageView> all = list(LoggedIn.OPERATOR).items();
    assertThat(all).extracting(MessageView::id).containsExactly(EAST, WEST, BROKEN);
    assertThat(all.get(0).text()).contains("{\"t\":1}");
    assertThat(all.get(0).reason().zh()).isEqualTo("没有驱动认领此报文");
    assertThat(all.get(0).reason().en()).isEqualTo("no driver takes the message for its own");
    assertThat(all.get(0).kindName().zh()).doesNotContain("ingest.");
    assertThat(all.get(0).hex()).isEqualTo("7b2274223a317d");
    assertThat(all.get(1).size()).isEqualTo(2000);
    assertThat(all.get(1).hex()).as("the first 512 bytes").hasSize(1024);
    assertThat(all.get(2).replayable()).isFalse();
  }

  @Test
  void they_are_listed_by_kind_and_device_and_in_pages() {
    assertThat(quarantine.list("rejected", null, null, 50, LoggedIn.OPERATOR).items())
        .extracting(MessageView::id)
        .containsExactly(WEST);
    assertThat(quarantine.list(null, "MC-east", null, 50, LoggedIn.OPERATOR).items())
        .extracting(MessageView::id)
        .containsExactly(EAST);
    Paging.Page<MessageView> first = quarantine.list(null, null, null, 2, LoggedIn.OPERATOR);
    assertThat(
            quarantine.list(null, null, first.next().orElseThrow(), 2, LoggedIn.OPERATOR).items())
        .extracting(MessageView::id)
        .containsExactly(BROKEN);
    refused(422, "ZL-3011", () -> quarantine.list("odd", null, null, 2, LoggedIn.OPERATOR));
    refused(422, "ZL-3011", () -> quarantine.list(null, null, "x", 2, LoggedIn.OPERATOR));
  }

  @Test
  void an_operator_of_one_district_sees_messages_of_its_devices_only() {
    LoggedIn western = LoggedIn.OPERATOR.in("west");
    assertThat(list(western).items()).extracting(MessageView::id).containsExactly(WEST);
    refused(404, "ZL-3026", () -> quarantine.replay(EAST, western));
    refused(404, "ZL-3026", () -> quarantine.replay(BROKEN, western));
    refused(403, "ZL-3003", () -> quarantine.replayAll(new ReplayBody(Optional.empty()), western));
  }

  @Test
  void a_message_is_tried_again_and_told_what_became_of_it() {
    assertThat(quarantine.replay(EAST, LoggedIn.OPERATOR))
        .isEqualTo(new Quarantine.Replayed(0, 1, 0));
    refused(409, "ZL-3027", () -> quarantine.replay(BROKEN, LoggedIn.OPERATOR));
    refused(
        404,
        "ZL-3026",
        () -> quarantine.replay("00000000-0000-7000-8000-000000000009", LoggedIn.OPERATOR));
    refused(422, "ZL-3011", () -> quarantine.replay("nonsense", LoggedIn.OPERATOR));
  }

  @Test
  void all_messages_of_a_driver_are_tried_again() {
    ReplayBody driver = new ReplayBody(Optional.of("some-driver"));
    assertThat(quarantine.replayAll(driver, LoggedIn.ADMINISTRATOR).kept()).isEqualTo(3);
    assertThat(quarantine.replayAll(new ReplayBody(Optional.empty()), LoggedIn.ADMINISTRATOR))
        .as("nothing is due by itself")
        .isEqualTo(new Quarantine.Replayed(0, 0, 0));
  }

  private Paging.Page<MessageView> list(LoggedIn by) {
    return quarantine.list(null, null, null, 50, by);
  }
}
