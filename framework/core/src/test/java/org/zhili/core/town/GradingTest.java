package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.grading.GradingRun;
import org.zhili.core.grading.ScoreCard;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.ScoringModel;

/** What the town publishes of what a model said. */
class GradingTest {
  private final TownFixture city = new TownFixture(Optional.empty());

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_card_without_a_grade_tells_how_many_cases_there_were() throws Exception {
    city.strategy();
    city.admit(ScoringModel.class, new NoScores(), "none");
    city.publish("tilted");
    city.pass(Duration.ofDays(2));
    GradingPeriod march = new GradingPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

    GradingRun.Result.Done done = (GradingRun.Result.Done) city.town.grading().grade(march);
    assertThat(done.cards())
        .singleElement()
        .satisfies(card -> assertThat(card.total()).isEmpty())
        .extracting(ScoreCard::sample)
        .isEqualTo(1);
  }
}
