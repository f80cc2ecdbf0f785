package org.zhili.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.demo.city.ledger.Casebook;
import org.zhili.demo.city.town.Answers.CaseDetail;
import org.zhili.demo.city.town.Answers.Cases;
import org.zhili.demo.city.town.Answers.Messages;
import org.zhili.demo.city.town.Answers.Parties;
import org.zhili.demo.city.town.Answers.Status;
import org.zhili.text.Language;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class SummaryTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T00:30:00Z");
  private static final Duration ENOUGH = Duration.ofMinutes(35);

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Casebook casebook = new Casebook();
  private final Summary summary =
      new Summary(
          new Screen(
              new PrintStream(shown, true, StandardCharsets.UTF_8),
              Words.beside(DemoCity.class),
              Language.EN,
              false));

  @Test
  void a_city_that_had_time_enough_and_closed_nothing_is_not_well() {
    reported(5);
    assertThat(closing(36, 0)).isFalse();
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .startsWith("No case was closed, although 5 were reported more than 35 minutes");
  }

  @Test
  void one_closed_case_shows_that_people_get_things_done() {
    reported(5);
    assertThat(closing(36, 1)).isTrue();
  }

  @Test
  void nothing_is_expected_before_the_time_is_over() {
    reported(5);
    assertThat(closing(35, 0)).isTrue();
  }

  @Test
  void a_few_cases_can_all_have_had_bad_luck() {
    reported(4);
    assertThat(closing(600, 0)).isTrue();
    assertThat(shown.size()).isZero();
  }

  private boolean closing(int minutes, long closed) {
    Status status =
        new Status(
            MORNING.plus(Duration.ofMinutes(minutes)),
            new Messages(0, 0, 0, Map.of()),
            Map.of(),
            new Cases(Map.of(), Map.of("CLOSED", closed)),
            0,
            0);
    return summary.closing(status, casebook, ENOUGH);
  }

  private void reported(int cases) {
    for (int i = 1; i <= cases; i++) {
      casebook.seen(
          new CaseDetail(
              "c" + i,
              "ZL-" + i,
              "HANDLING",
              "sensor",
              "tilted",
              Wording.same("tilted"),
              MORNING,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of("MC-" + i),
              List.of(),
              new Parties(Optional.empty(), List.of(), List.of()),
              List.of()));
    }
  }
}
