package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Severity;
import org.zhili.rules.AlertPolicy.Damping;

class QuietWatchTest {
  private final IngestTown town = new IngestTown();

  @Test
  void what_still_holds_at_the_end_of_the_quiet_time_is_raised_then() {
    FollowUp timer = flap();
    assertThat(timer.dueAt()).isEqualTo(NOW.plusSeconds(60).plus(Duration.ofMinutes(10)));
    town.pass(Duration.ofMinutes(10));

    assertThat(fire(timer)).isEmpty();
    assertThat(town.open()).containsExactly("MC-001 tilted");
    Alert alert = town.memory.openAlerts().get(0);
    assertThat(alert.observedAt()).isEqualTo(NOW.plusSeconds(120));
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.opens()).isPresent();
    assertThat(town.dispositions()).containsExactly("RAISED", "SUPPRESSED", "RAISED");
    assertThat(town.followUps()).endsWith("open-case");

    assertThat(fire(timer)).isEmpty();
    assertThat(town.memory.alerts()).hasSize(2);
    town.say("tilt=3");
    assertThat(town.open()).isEmpty();
  }

  @Test
  void what_has_passed_by_then_is_not_raised() {
    FollowUp timer = flap();
    town.say("tilt=3");
    town.pass(Duration.ofMinutes(10));

    assertThat(fire(timer)).isEmpty();
    assertThat(town.open()).isEmpty();
  }

  @Test
  void a_timer_that_comes_too_early_says_when_to_come_again() {
    FollowUp timer = flap();

    assertThat(fire(timer)).contains(timer.dueAt());
    assertThat(town.open()).isEmpty();
  }

  @Test
  void an_alert_raised_by_a_message_meanwhile_stands() {
    FollowUp timer = flap();
    town.pass(Duration.ofMinutes(10));
    town.say("tilt=30");
    assertThat(town.open()).hasSize(1);
    fire(timer);

    assertThat(town.memory.alerts()).hasSize(2);
  }

  @Test
  void a_hold_owes_one_timer() {
    flap();
    town.say("tilt=30");
    town.say("tilt=30");

    assertThat(town.followUps().stream().filter(FollowUp.QUIET_OVER::equals)).hasSize(1);
  }

  @Test
  void a_key_that_is_none_is_refused() {
    assertThatThrownBy(() -> town.ingestion.quietWatch().fire("nonsense", NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(town.ingestion.quietWatch().fire("gone tilted 0", NOW)).isEmpty();
  }

  /** Raise, clear and hold; the timer of the hold. */
  private FollowUp flap() {
    town.damp(new Damping(1, 1, Duration.ofMinutes(10)));
    town.say("tilt=30");
    town.pass(Duration.ofMinutes(1));
    town.say("tilt=3");
    town.pass(Duration.ofMinutes(1));
    town.say("tilt=70");
    assertThat(town.open()).isEmpty();
    town.pass(Duration.ofMinutes(1));
    List<FollowUp> timers =
        town.memory.followUps().stream()
            .filter(followUp -> followUp.kind().equals(FollowUp.QUIET_OVER))
            .toList();
    assertThat(timers).hasSize(1);
    return timers.get(0);
  }

  private Optional<Instant> fire(FollowUp timer) {
    return town.ingestion.quietWatch().fire(timer.key(), town.now());
  }
}
