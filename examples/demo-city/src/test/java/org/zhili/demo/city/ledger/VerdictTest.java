package org.zhili.demo.city.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.demo.city.town.Answers.Alarm;
import org.zhili.demo.city.town.Answers.CaseDetail;
import org.zhili.demo.city.town.Answers.Evidence;
import org.zhili.demo.city.town.Answers.Parties;
import org.zhili.text.Wording;

class VerdictTest {
  private static final Instant T = Instant.parse("2026-03-02T01:00:00Z");
  private static final Ledger.Key TILTED = new Ledger.Key("MC-1", "status", "tilted");

  private final Casebook casebook = new Casebook();

  @Test
  void every_message_that_raised_or_joined_an_alert_with_a_case_is_accounted_for() {
    opened("c1", "a1", T, Optional.empty());
    Verdict verdict =
        Verdict.of(
            TILTED, 2, List.of(alarm("RAISED", 0, "a1"), alarm("MERGED", 5, "a1")), casebook);
    assertThat(verdict).isEqualTo(new Verdict(2, 1, 1, 0, 0, 0, 0));
    assertThat(verdict.lost()).isZero();
  }

  @Test
  void a_message_the_town_knows_nothing_of_is_lost() {
    opened("c1", "a1", T, Optional.empty());
    assertThat(Verdict.of(TILTED, 3, List.of(alarm("RAISED", 0, "a1")), casebook).lost())
        .isEqualTo(2);
    assertThat(Verdict.of(TILTED, 1, List.of(), casebook).lost()).isEqualTo(1);
  }

  @Test
  void what_was_suppressed_needs_a_reason() {
    Alarm silent =
        new Alarm("tilted", "status", T, T, "SUPPRESSED", Optional.empty(), Optional.empty());
    Alarm told =
        new Alarm(
            "tilted",
            "status",
            T,
            T,
            "SUPPRESSED",
            Optional.empty(),
            Optional.of(Wording.same("flapping")));
    assertThat(Verdict.of(TILTED, 1, List.of(silent), casebook).lost()).isEqualTo(1);
    assertThat(Verdict.of(TILTED, 1, List.of(told), casebook).lost()).isZero();
  }

  @Test
  void an_alert_without_a_case_is_lost() {
    assertThat(Verdict.of(TILTED, 1, List.of(alarm("RAISED", 0, "a1")), casebook).withoutCase())
        .isEqualTo(1);
  }

  @Test
  void an_alert_that_joined_an_open_case_about_the_same_is_not() {
    opened("c1", "a1", T, Optional.empty());
    List<Alarm> alarms = List.of(alarm("RAISED", 0, "a1"), alarm("RAISED", 60, "a2"));
    assertThat(Verdict.of(TILTED, 2, alarms, casebook).lost()).isZero();
    closed("c1", "a1", T, T.plusSeconds(30));
    assertThat(Verdict.of(TILTED, 2, alarms, casebook).withoutCase()).isEqualTo(1);
  }

  @Test
  void alarms_of_other_conditions_and_readings_do_not_count() {
    Alarm other =
        new Alarm("missing", "status", T, T, "DEBOUNCED", Optional.empty(), Optional.empty());
    Alarm moved =
        new Alarm("tilted", "cover.moved", T, T, "DEBOUNCED", Optional.empty(), Optional.empty());
    assertThat(Verdict.of(TILTED, 1, List.of(other, moved), casebook).unaccounted()).isEqualTo(1);
  }

  @Test
  void two_cases_of_one_alert_or_side_by_side_are_double() {
    opened("c1", "a1", T, Optional.of(T.plusSeconds(30)));
    opened("c2", "a2", T.plusSeconds(60), Optional.empty());
    assertThat(casebook.duplicates()).isZero();
    opened("c3", "a3", T.plusSeconds(90), Optional.empty());
    assertThat(casebook.duplicates()).as("c3 beside c2").isEqualTo(1);
    opened("c4", "a1", T.minusSeconds(90), Optional.of(T.minusSeconds(60)));
    assertThat(casebook.duplicates()).as("a1 twice").isEqualTo(2);
  }

  private void opened(String id, String alert, Instant at, Optional<Instant> closedAt) {
    casebook.seen(
        new CaseDetail(
            id,
            id,
            "REPORTED",
            "sensor",
            "tilted",
            Wording.same("tilted"),
            at,
            closedAt,
            Optional.of("CODE"),
            Optional.empty(),
            Optional.of("MC-1"),
            List.of(new Evidence("alert", alert)),
            new Parties(Optional.empty(), List.of(), List.of()),
            List.of()));
  }

  private void closed(String id, String alert, Instant at, Instant closedAt) {
    opened(id, alert, at, Optional.of(closedAt));
  }

  private static Alarm alarm(String disposition, long second, String alert) {
    Instant at = T.plusSeconds(second);
    return new Alarm("tilted", "status", at, at, disposition, Optional.of(alert), Optional.empty());
  }
}
