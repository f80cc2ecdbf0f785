package org.zhili.resources.internal.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Severity;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.Alarm.Disposition;
import org.zhili.core.ingest.IngestSamples;
import org.zhili.id.DeviceId;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.text.Text;

class DeviceAlarmResourceTest {
  private static final DeviceId EAST = new DeviceId("MC-east");
  private static final Instant T = IngestSamples.T;

  private final TestTown town = new TestTown();
  private final DeviceAlarmResource alarms = town.resource(DeviceAlarmResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private void happened(Alarm alarm) {
    town.town().stores().ingest().write(new IngestSamples.Draft().alarm(alarm).batch());
  }

  @Test
  void every_alarm_is_shown_with_what_became_of_it() {
    UUID alert = UUID.randomUUID();
    happened(IngestSamples.alarm(EAST, T, Disposition.RAISED, alert));
    happened(
        new Alarm(
            EAST,
            "urban.cover",
            "tilted",
            "cover.tilt",
            Severity.MAJOR,
            Text.of("urban.tilted", "30"),
            T.plusSeconds(5),
            T.plusSeconds(6),
            Disposition.SUPPRESSED,
            Optional.empty(),
            Optional.of(Text.of("ingest.suppressed.flapping"))));

    assertThat(alarms.list("MC-east", null, 50, LoggedIn.OPERATOR).items())
        .satisfiesExactly(
            raised -> {
              assertThat(raised.observedAt()).isEqualTo(T);
              assertThat(raised.alert()).contains(alert.toString());
              assertThat(raised.reason()).isEmpty();
            },
            suppressed -> {
              assertThat(suppressed.disposition()).isEqualTo(Disposition.SUPPRESSED);
              assertThat(suppressed.dispositionName().zh()).isEqualTo("已抑制");
              assertThat(suppressed.alert()).isEmpty();
              assertThat(suppressed.reason()).isPresent();
            });
  }

  @Test
  void alarms_come_in_pages_in_order_of_time() {
    for (int second = 0; second < 5; second++) {
      happened(
          IngestSamples.alarm(EAST, T.plusSeconds(second), Disposition.MERGED, UUID.randomUUID()));
    }
    Paging.Page<AlarmView> first = alarms.list("MC-east", null, 3, LoggedIn.SUPERVISOR);
    Paging.Page<AlarmView> second =
        alarms.list("MC-east", first.next().orElseThrow(), 3, LoggedIn.SUPERVISOR);
    assertThat(first.items()).extracting(AlarmView::observedAt).hasSize(3).isSorted();
    assertThat(second.items())
        .extracting(AlarmView::observedAt)
        .containsExactly(T.plusSeconds(3), T.plusSeconds(4));
  }

  @Test
  void a_device_that_is_not_the_viewers_has_no_alarms_to_show() {
    LoggedIn western = LoggedIn.OPERATOR.in("west");
    refused(404, "ZL-3022", () -> alarms.list("MC-east", null, 50, western));
    refused(404, "ZL-3022", () -> alarms.list("MC-none", null, 50, LoggedIn.OPERATOR));
    refused(401, "ZL-3001", () -> alarms.list("MC-east", null, 50, LoggedIn.NOBODY));
  }

  @Test
  void a_page_goes_on_behind_an_alarm_and_nothing_else() {
    refused(422, "ZL-3011", () -> alarms.list("MC-east", "yesterday", 50, LoggedIn.OPERATOR));
    refused(422, "ZL-3011", () -> alarms.list("MC-east", "x|a|b|c", 50, LoggedIn.OPERATOR));
  }
}
