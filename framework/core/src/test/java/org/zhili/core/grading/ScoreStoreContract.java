package org.zhili.core.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Transactions;
import org.zhili.id.CaseId;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.Subject;
import org.zhili.text.Wording;

/** What a {@link ScoreStore} promises. Every test begins with an empty store. */
public abstract class ScoreStoreContract {
  private static final Instant AT = Instant.parse("2026-12-01T00:00:00.123456789Z");
  private static final GradingPeriod NOVEMBER =
      new GradingPeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1));
  private static final GradingPeriod QUARTER =
      new GradingPeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 1));

  protected abstract Transactions transactions();

  protected abstract ScoreStore store();

  private static Subject unit(String id) {
    return new Subject(Subject.Kind.UNIT, id);
  }

  private static ScoreCard card(String unit, String total, String model, Instant at) {
    return card(unit, NOVEMBER, total, model, at);
  }

  private static ScoreCard card(
      String unit, GradingPeriod period, String total, String model, Instant at) {
    return new ScoreCard(
        unit(unit),
        period,
        model,
        "rules-1",
        Optional.of(new BigDecimal(total)),
        Optional.empty(),
        12,
        List.of(
            new ScoreCard.Line(
                "speed",
                new Wording("速度", "Speed"),
                new BigDecimal("39.50"),
                new BigDecimal("40"),
                Wording.same("two late"),
                List.of(new CaseId(new UUID(1, 2)), new CaseId(new UUID(3, 4)))),
            new ScoreCard.Line(
                "quality",
                Wording.same("q"),
                new BigDecimal("-0.125"),
                BigDecimal.ZERO,
                Wording.same("w"),
                List.of())),
        List.of(
            new Score.Counted(
                new CaseId(new UUID(1, 2)),
                "ZL-20261123-000001",
                List.of(
                    new Score.Verdict("speed", Score.Finding.BAD),
                    new Score.Verdict("quality", Score.Finding.NOT_ASKED)))),
        List.of(
            new ScoreCard.LeftOut(
                new CaseId(new UUID(5, 6)), "ZL-20261123-000009", "repair", Wording.same("why"))),
        at);
  }

  private static ScoreCard ungraded(String unit) {
    return new ScoreCard(
        unit(unit),
        NOVEMBER,
        "weighted@1",
        "rules-1",
        Optional.empty(),
        Optional.of(new Wording("案件太少", "Too few cases")),
        0,
        List.of(),
        List.of(),
        List.of(),
        AT);
  }

  private void save(ScoreCard... cards) {
    transactions().run(() -> List.of(cards).forEach(store()::save));
  }

  @Test
  void a_card_comes_back_as_it_was_written() {
    save(card("works", "92.50", "weighted@1", AT), ungraded("gas"));

    assertThat(store().find(unit("works"), NOVEMBER))
        .contains(card("works", "92.50", "weighted@1", AT));
    assertThat(store().find(unit("gas"), NOVEMBER)).contains(ungraded("gas"));
  }

  @Test
  void what_was_not_graded_has_no_card() {
    save(card("works", "92.5", "weighted@1", AT));

    assertThat(store().find(unit("gas"), NOVEMBER)).isEmpty();
    assertThat(store().find(unit("works"), QUARTER)).isEmpty();
    assertThat(store().find(new Subject(Subject.Kind.DISTRICT, "works"), NOVEMBER)).isEmpty();
    assertThat(store().of(QUARTER)).isEmpty();
  }

  @Test
  void the_latest_period_is_the_one_that_ends_last_and_of_several_the_one_graded_last() {
    GradingPeriod december = new GradingPeriod(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1));
    assertThat(store().latest(Optional.empty())).isEmpty();
    save(
        card("works", QUARTER, "1", "weighted@1", AT),
        card("gas", december, "2", "weighted@1", AT.plusSeconds(1)),
        card("works", "3", "weighted@1", AT.plusSeconds(9)));

    assertThat(store().latest(Optional.empty())).contains(december);
    assertThat(store().latest(Optional.of(unit("works")))).contains(QUARTER);
    assertThat(store().latest(Optional.of(unit("power")))).isEmpty();
  }

  @Test
  void a_card_of_the_same_period_and_model_is_replaced() {
    save(card("works", "92.5", "weighted@1", AT));
    save(card("works", "70", "weighted@1", AT.plusSeconds(1)));

    assertThat(store().of(NOVEMBER))
        .containsExactly(card("works", "70", "weighted@1", AT.plusSeconds(1)));
  }

  @Test
  void of_two_models_the_latest_card_counts() {
    save(card("works", "70", "weighted@2", AT.plusSeconds(1)));
    save(card("works", "92.5", "weighted@1", AT));

    assertThat(store().find(unit("works"), NOVEMBER))
        .contains(card("works", "70", "weighted@2", AT.plusSeconds(1)));
    assertThat(store().of(NOVEMBER))
        .containsExactly(card("works", "70", "weighted@2", AT.plusSeconds(1)));
  }

  @Test
  void the_best_come_first_and_those_without_a_grade_last() {
    save(
        ungraded("aaa"),
        card("b", "9.5", "weighted@1", AT),
        card("d", "92.125", "weighted@1", AT),
        card("c", "92.5", "weighted@1", AT),
        card("a", "9.50", "weighted@1", AT),
        card("e", "-3", "weighted@1", AT));

    assertThat(store().of(NOVEMBER))
        .extracting(c -> c.subject().id())
        .containsExactly("c", "d", "a", "b", "e", "aaa");
  }

  @Test
  void saving_twice_in_one_transaction_leaves_the_later() {
    save(card("works", "1", "weighted@1", AT), card("works", "2", "weighted@1", AT.plusSeconds(1)));

    assertThat(store().of(NOVEMBER)).hasSize(1);
    assertThat(store().find(unit("works"), NOVEMBER).orElseThrow().total())
        .contains(new BigDecimal("2"));
  }
}
