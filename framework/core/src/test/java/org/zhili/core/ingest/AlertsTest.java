package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Severity;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Value;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.AlertPolicy.Damping;
import org.zhili.text.Text;
import org.zhili.text.Wording;

class AlertsTest {
  private final IngestTown town = new IngestTown();

  @Test
  void an_abnormal_reading_raises_an_alert_and_owes_a_case() {
    town.say("tilt=30@2026-11-23T07:59:00Z");

    Alert alert = town.memory.openAlerts().get(0);
    assertThat(alert.device()).isEqualTo(town.find(COVER).orElseThrow());
    assertThat(alert.condition()).isEqualTo("tilted");
    assertThat(alert.rule()).isEqualTo("urban.cover");
    assertThat(alert.severity()).isEqualTo(Severity.MAJOR);
    assertThat(alert.why()).isEqualTo(Text.of("urban.tilted", "30.0"));
    assertThat(alert.words()).isEqualTo(Wording.same("urban.tilted[30.0]"));
    assertThat(alert.opens())
        .contains(new AlertPolicy.Opens("urban.facility", Optional.of("cover")));
    assertThat(alert.reading()).map(reading -> reading.value()).contains(new Value.Measure(30));
    assertThat(alert.observedAt()).isEqualTo(NOW.minusSeconds(60));
    assertThat(alert.raisedAt()).isEqualTo(NOW);
    assertThat(alert.occurrences()).isEqualTo(1);
    assertThat(town.memory.followUps())
        .containsExactly(new FollowUp(FollowUp.OPEN_CASE, alert.id().toString(), NOW));
    assertThat(town.memory.alarms(COVER)).hasSize(1);
    assertThat(town.memory.alarms(COVER).get(0).alert()).contains(alert.id());
    assertThat(town.memory.alarms(COVER).get(0).reason()).isEmpty();
    assertThat(alert.whyNoCase()).isEmpty();
    assertThat(town.kicks).hasSize(1);
  }

  @Test
  void a_condition_without_a_policy_raises_an_alert_and_owes_nothing() {
    town.register(COVER, "unpoliced", "text");
    town.judges.set(0, new AnyTypeJudge(town.judge));
    town.say("tilt=30");

    assertThat(town.open()).containsExactly("MC-001 tilted");
    assertThat(town.memory.openAlerts().get(0).opens()).isEmpty();
    assertThat(town.memory.openAlerts().get(0).whyNoCase())
        .contains(Text.of("ingest.raised.no-case"));
    assertThat(town.memory.alarms().get(0).reason()).contains(Text.of("ingest.raised.no-case"));
    town.say("tilt=3");
    assertThat(town.open()).isEmpty();
    assertThat(town.memory.followUps()).isEmpty();
    assertThat(town.kicks).isEmpty();
  }

  @Test
  void more_of_the_same_is_merged() {
    for (int i = 0; i < 5; i++) {
      town.say("tilt=30");
    }

    assertThat(town.memory.alerts()).hasSize(1);
    assertThat(town.memory.alerts().get(0).occurrences()).isEqualTo(5);
    assertThat(town.memory.alerts().get(0).lastSeenAt()).isEqualTo(NOW.plusNanos(4000));
    assertThat(town.dispositions())
        .containsExactly("RAISED", "MERGED", "MERGED", "MERGED", "MERGED");
    assertThat(town.followUps()).containsExactly("open-case");
  }

  @Test
  void more_of_the_same_in_one_batch_is_merged_too() {
    town.take(
        message(COVER, "tilt=30", NOW),
        message(COVER, "tilt=70", NOW.plusSeconds(1)),
        message(COVER, "tilt=40", NOW.plusSeconds(2)));

    Alert alert = town.memory.openAlerts().get(0);
    assertThat(alert.occurrences()).isEqualTo(3);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.why()).isEqualTo(Text.of("urban.tilted", "70.0"));
    assertThat(alert.lastSeenAt()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void an_alert_that_grows_worse_says_so_and_stays_so() {
    town.say("tilt=30");
    town.say("tilt=70");
    town.say("tilt=30");

    Alert alert = town.memory.openAlerts().get(0);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.words()).isEqualTo(Wording.same("urban.tilted[70.0]"));
    assertThat(alert.occurrences()).isEqualTo(3);
  }

  @Test
  void a_normal_reading_clears_the_alert_and_tells_its_case() {
    town.say("tilt=30");
    town.pass(Duration.ofMinutes(1));
    town.say("tilt=3");

    Alert alert = town.memory.alerts().get(0);
    assertThat(alert.clearedAt()).contains(NOW.plusSeconds(60));
    assertThat(town.followUps()).containsExactly("open-case", "alert-cleared");
    assertThat(town.memory.followUps().get(1).key()).isEqualTo(alert.id().toString());
  }

  @Test
  void an_alert_raised_and_cleared_in_one_batch_is_stored_cleared() {
    town.take(message(COVER, "tilt=30", NOW), message(COVER, "tilt=3", NOW.plusSeconds(1)));

    assertThat(town.memory.alerts()).hasSize(1);
    assertThat(town.memory.alerts().get(0).clearedAt()).contains(NOW.plusSeconds(1));
    assertThat(town.followUps()).containsExactly("open-case", "alert-cleared");
    assertThat(town.memory.followUps().get(1).lane())
        .as("the case is opened before it is told that all is well")
        .isNotEmpty()
        .isEqualTo(town.memory.followUps().get(0).lane());
  }

  @Test
  void an_alert_cleared_and_raised_in_one_batch_is_another_one() {
    town.say("tilt=30");
    town.pass(Duration.ofSeconds(10));
    town.take(
        message(COVER, "tilt=3", town.now()), message(COVER, "tilt=31", town.now().plusSeconds(1)));

    assertThat(town.memory.alerts()).hasSize(2);
    assertThat(town.open()).hasSize(1);
    assertThat(town.dispositions()).containsExactly("RAISED", "RAISED");
  }

  @Test
  void a_reading_that_says_nothing_changes_nothing() {
    town.say("tilt=30");
    town.say("tilt=13");

    assertThat(town.open()).hasSize(1);
    assertThat(town.memory.alarms()).hasSize(1);
  }

  @Test
  void a_rule_clears_only_what_it_raised() {
    town.say("tilt=30");
    town.judges.set(0, new AnyTypeJudge(town.judge));
    town.say("tilt=3");

    assertThat(town.open()).containsExactly("MC-001 tilted");
  }

  @Test
  void an_alert_is_raised_after_so_many_in_a_row() {
    town.damp(new Damping(3, 1, Duration.ZERO));
    town.say("tilt=30");
    town.say("tilt=30");
    assertThat(town.open()).isEmpty();
    town.say("tilt=30");

    assertThat(town.open()).hasSize(1);
    assertThat(town.dispositions()).containsExactly("DEBOUNCED", "DEBOUNCED", "RAISED");
  }

  @Test
  void two_abnormal_metrics_of_one_message_count_once() {
    town.damp(new Damping(2, 1, Duration.ZERO));
    town.say("tilt=30@2026-11-23T07:59:00Z;moved=true@2026-11-23T07:59:00Z");
    assertThat(town.open()).isEmpty();
    assertThat(town.dispositions()).containsExactly("DEBOUNCED", "DEBOUNCED");

    town.say("tilt=30@2026-11-23T07:59:10Z");
    assertThat(town.open()).hasSize(1);
  }

  @Test
  void a_flapping_condition_is_suppressed_and_accounted_for() {
    town.damp(new Damping(1, 1, Duration.ofMinutes(10)));
    for (int i = 0; i < 4; i++) {
      town.say("tilt=30");
      town.pass(Duration.ofMinutes(1));
      town.say("tilt=3");
      town.pass(Duration.ofMinutes(1));
    }

    assertThat(town.memory.alerts()).hasSize(1);
    assertThat(town.dispositions())
        .containsExactly("RAISED", "SUPPRESSED", "SUPPRESSED", "SUPPRESSED");
    assertThat(town.memory.alarms().get(1).reason()).contains(ConditionLedger.FLAPPING);
    assertThat(town.memory.alarms().get(1).alert()).isEmpty();
  }

  @Test
  void a_late_abnormal_reading_is_accounted_for_and_raises_nothing() {
    town.say("tilt=3@2026-11-23T07:59:00Z");
    town.say("tilt=30@2026-11-23T07:58:00Z");

    assertThat(town.open()).isEmpty();
    assertThat(town.dispositions()).containsExactly("SUPPRESSED");
    assertThat(town.memory.alarms().get(0).reason()).contains(ConditionLedger.LATE);
    assertThat(town.state(COVER).tracks()).isEmpty();
  }

  @Test
  void a_late_normal_reading_clears_nothing() {
    town.say("tilt=30@2026-11-23T07:59:00Z");
    town.say("tilt=3@2026-11-23T07:58:00Z");

    assertThat(town.open()).hasSize(1);
  }

  @Test
  void conditions_are_kept_apart_by_device() {
    town.take(message(COVER, "tilt=30", NOW), message(OTHER, "tilt=30", NOW));
    town.take(message(OTHER, "tilt=3", NOW.plusSeconds(1)));

    assertThat(town.open()).containsExactly("MC-001 tilted");
  }

  @Test
  void a_condition_that_is_long_over_is_forgotten() {
    town.say("tilt=30");
    town.pass(Duration.ofSeconds(1));
    town.say("tilt=3");
    assertThat(town.state(COVER).tracks()).containsKey("tilted");
    town.pass(Duration.ofDays(1));
    town.say("tilt=3");

    assertThat(town.state(COVER).tracks()).isEmpty();
  }

  @Test
  void a_message_that_a_rule_failed_on_is_kept_to_be_judged_again() {
    town.judge.fail(true);
    town.say("tilt=30;moved=true");

    Quarantined kept = town.onlyQuarantined();
    assertThat(kept.kind()).isEqualTo(Kind.RULE_FAILED);
    assertThat(kept.rule()).contains("urban.cover");
    assertThat(kept.reason()).isEqualTo("it broke: by a test");
    assertThat(town.memory.telemetry()).hasSize(2);
    assertThat(town.memory.alarms()).isEmpty();
  }

  /** Another rule, of the same mind, that watches another type too. */
  private record AnyTypeJudge(TiltJudge judge) implements Judge {
    @Override
    public Object stay() {
      return judge;
    }

    @Override
    public String id() {
      return "other.cover";
    }

    @Override
    public java.util.Set<String> deviceTypes() {
      return java.util.Set.of("unpoliced", "manhole_cover");
    }

    @Override
    public java.util.Set<String> metrics() {
      return judge.metrics();
    }

    @Override
    public List<Reply<org.zhili.alert.Judgment>> judge(
        List<org.zhili.alert.Observation> observations) {
      return judge.judge(observations);
    }
  }
}
