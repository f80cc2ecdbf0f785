package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestSamples.BIN;
import static org.zhili.core.ingest.IngestSamples.COVER;
import static org.zhili.core.ingest.IngestSamples.T;
import static org.zhili.core.ingest.IngestSamples.alarm;
import static org.zhili.core.ingest.IngestSamples.alert;
import static org.zhili.core.ingest.IngestSamples.device;
import static org.zhili.core.ingest.IngestSamples.state;
import static org.zhili.core.ingest.IngestSamples.telemetry;
import static org.zhili.core.ingest.IngestSamples.values;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Severity;
import org.zhili.core.ingest.Alarm.Disposition;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.core.ingest.Telemetry.Flag;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * What {@link IngestStore} promises of telemetry, alarms, alerts and follow-ups. Extend it with a
 * store that is empty before each test.
 */
public abstract class AlertStoreContract {
  protected abstract IngestStore store();

  /** What the store holds, read beside it. */
  protected abstract StoredMessages stored();

  @Test
  void telemetry_comes_back_as_it_was_written() {
    List<Telemetry> rows = new ArrayList<>();
    for (Value value : values()) {
      rows.add(
          new Telemetry(
              COVER,
              "m" + rows.size(),
              value,
              T,
              T.plusSeconds(2),
              TimeSource.ASSUMED_ZONE,
              EnumSet.of(Flag.LATE, Flag.UNDECLARED)));
    }
    Draft draft = new Draft();
    rows.forEach(draft::telemetry);
    written(draft);

    assertThat(stored().telemetry(COVER)).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void what_came_in_is_forgotten_by_its_age_some_at_a_time() {
    Draft draft = new Draft();
    for (int i = 0; i < 5; i++) {
      draft.telemetry(telemetry(COVER, "tilt", T.plusSeconds(i)));
    }
    written(draft);
    Instant age = stored().telemetry(COVER).get(0).receivedAt();
    Telemetry young =
        new Telemetry(
            COVER,
            "level",
            new Value.Measure(1),
            T,
            age.plusSeconds(60),
            TimeSource.DEVICE,
            Set.of());
    written(new Draft().telemetry(young));
    Instant before = age.plusSeconds(30);

    assertThat(store().forgetReadings(before, 2)).isEqualTo(2);
    assertThat(stored().telemetry(COVER)).hasSize(4);
    assertThat(store().forgetReadings(before, 100)).isEqualTo(3);
    assertThat(stored().telemetry(COVER)).containsExactly(young);
    assertThat(store().forgetReadings(before, 100)).isZero();
  }

  @Test
  void alarms_are_forgotten_by_their_age() {
    Alarm old = alarm(COVER, T, Disposition.RAISED, new UUID(7, 1));
    written(new Draft().alarm(old));

    assertThat(store().forgetAlarms(old.receivedAt(), 100)).isZero();
    assertThat(store().forgetAlarms(old.receivedAt().plusMillis(1), 100)).isEqualTo(1);
    assertThat(stored().alarms(COVER)).isEmpty();
  }

  @Test
  void the_first_telemetry_under_a_key_stands() {
    Telemetry first = telemetry(COVER, "tilt", T);
    Telemetry second =
        new Telemetry(
            COVER, "tilt", new Value.Measure(99), T, T, TimeSource.RECEIVED, Set.of(Flag.LATE));
    Telemetry micro = telemetry(COVER, "tilt", T.plusNanos(1000));
    written(new Draft().telemetry(first).telemetry(second));
    written(new Draft().telemetry(second).telemetry(micro));

    assertThat(stored().telemetry(COVER)).containsExactlyInAnyOrder(first, micro);
  }

  @Test
  void the_first_alarm_under_a_key_stands() {
    UUID alert = UUID.randomUUID();
    Alarm first = alarm(COVER, T, Disposition.RAISED, alert);
    Alarm again = alarm(COVER, T, Disposition.MERGED, alert);
    Alarm later = alarm(COVER, T.plusSeconds(1), Disposition.MERGED, alert);
    Alarm suppressed =
        new Alarm(
            COVER,
            "urban.offline",
            "offline",
            "",
            Severity.MINOR,
            Text.of("urban.offline", "3", "小时"),
            T,
            T,
            Disposition.SUPPRESSED,
            Optional.empty(),
            Optional.of(Text.of("ingest.suppressed.flapping")));
    written(new Draft().raise(alert(alert, COVER, "tilted")).alarm(first).alarm(again));
    written(new Draft().alarm(again).alarm(later).alarm(suppressed));

    assertThat(stored().alarms(COVER)).containsExactlyInAnyOrder(first, later, suppressed);
  }

  @Test
  void the_alarms_of_a_device_come_in_order_of_time_and_go_on_behind_any_of_them() {
    UUID alert = UUID.randomUUID();
    Alarm first = alarm(COVER, T, Disposition.RAISED, alert);
    Alarm second = alarm(COVER, T.plusNanos(1000), Disposition.MERGED, alert);
    Alarm third = alarm(COVER, T.plusSeconds(9), Disposition.MERGED, alert);
    Alarm another = alarm(BIN, T, Disposition.RAISED, UUID.randomUUID());
    written(new Draft().alarm(third).alarm(another).alarm(first));
    written(new Draft().alarm(second));

    assertThat(store().alarms(COVER, Optional.empty(), 9)).containsExactly(first, second, third);
    assertThat(store().alarms(COVER, Optional.empty(), 2)).containsExactly(first, second);
    assertThat(store().alarms(COVER, Optional.of(first.key()), 9)).containsExactly(second, third);
    assertThat(store().alarms(COVER, Optional.of(third.key()), 9)).isEmpty();
    assertThat(Alarm.Key.parse(second.key().toString())).isEqualTo(second.key());
  }

  @Test
  void an_alert_comes_back_as_it_was_raised() {
    Alert full = alert(UUID.randomUUID(), COVER, "tilted");
    Alert bare =
        new Alert(
            UUID.randomUUID(),
            device(BIN),
            "offline",
            "urban.quiet",
            Severity.MINOR,
            Text.of("urban.quiet"),
            Wording.same("quiet"),
            Optional.empty(),
            Optional.empty(),
            T,
            T,
            T,
            1,
            Optional.of(T.plusSeconds(5)));
    written(new Draft().raise(full).raise(bare));

    assertThat(store().alert(full.id())).contains(full);
    assertThat(store().alert(bare.id())).contains(bare);
    assertThat(store().alert(UUID.randomUUID())).isEmpty();
  }

  @Test
  void an_alert_is_updated_as_told() {
    Alert alert = alert(UUID.randomUUID(), COVER, "tilted");
    written(new Draft().raise(alert));
    AlertUpdate worse =
        new AlertUpdate(
            alert.id(),
            7,
            T.plusSeconds(60),
            Optional.of(
                new AlertUpdate.Escalation(
                    Severity.CRITICAL, Text.of("urban.gone"), new Wording("井盖缺失", "gone"))),
            Optional.empty());
    AlertUpdate over =
        new AlertUpdate(
            alert.id(), 8, T.plusSeconds(90), Optional.empty(), Optional.of(T.plusSeconds(99)));

    written(new Draft().update(worse));
    assertThat(store().alert(alert.id())).contains(alert.after(worse));
    written(new Draft().update(over));
    assertThat(store().alert(alert.id())).contains(alert.after(worse).after(over));
  }

  @Test
  void one_alert_at_most_is_open_for_a_device_and_condition() {
    Alert alert = alert(UUID.randomUUID(), COVER, "tilted");
    Alert second = alert(UUID.randomUUID(), COVER, "tilted");
    written(new Draft().state(state(COVER, 1, T)).raise(alert));

    Outcome outcome = store().write(new Draft().state(state(COVER, 2, T)).raise(second).batch());

    assertThat(outcome).isEqualTo(new Outcome.Conflict(Set.of(COVER), Set.of()));
    assertThat(store().alert(second.id())).isEmpty();
    assertThat(store().load(Set.of(COVER))).containsValue(state(COVER, 1, T));
    written(
        new Draft()
            .raise(alert(UUID.randomUUID(), COVER, "open"))
            .raise(alert(UUID.randomUUID(), BIN, "tilted")));
  }

  @Test
  void a_condition_may_be_raised_again_once_it_was_cleared() {
    Alert first = alert(UUID.randomUUID(), COVER, "tilted");
    Alert second = alert(UUID.randomUUID(), COVER, "tilted");
    written(new Draft().raise(first));
    AlertUpdate over =
        new AlertUpdate(first.id(), 1, T, Optional.empty(), Optional.of(T.plusSeconds(1)));
    written(new Draft().update(over).raise(second));
    AlertUpdate overToo =
        new AlertUpdate(second.id(), 1, T, Optional.empty(), Optional.of(T.plusSeconds(2)));
    written(new Draft().update(overToo));

    assertThat(store().alert(first.id())).map(Alert::clearedAt).contains(over.clearedAt());
    assertThat(store().alert(second.id())).map(Alert::clearedAt).contains(overToo.clearedAt());
  }

  @Test
  void a_follow_up_waits_once_per_kind_and_key() {
    FollowUp open = new FollowUp(FollowUp.OPEN_CASE, "a", T);
    FollowUp other = new FollowUp(FollowUp.OPEN_CASE, "b", T.plusSeconds(1));
    FollowUp cleared = new FollowUp(FollowUp.ALERT_CLEARED, "a", T);
    written(new Draft().followUp(open).followUp(cleared));
    written(
        new Draft()
            .followUp(new FollowUp(FollowUp.OPEN_CASE, "a", T.plusSeconds(9)))
            .followUp(other));

    assertThat(stored().followUps()).containsExactlyInAnyOrder(open, other, cleared);
  }

  private void written(Draft draft) {
    assertThat(store().write(draft.batch())).isEqualTo(new Outcome.Written());
  }
}
