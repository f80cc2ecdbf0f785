package org.zhili.resources.internal.scores;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhili.core.grading.ScoreCard;
import org.zhili.scoring.Score;
import org.zhili.text.Wording;

/**
 * A unit's grade as it is published.
 *
 * @param to the last day graded
 * @param total empty when there is no grade; {@code ungraded} then says why
 * @param sample how many cases counted
 * @param cases every case that counted, with a verdict for each line; in the grade of one unit
 * @param leftOut cases that may belong to the period, and could not be graded
 */
public record ScoreView(
    String unit,
    Optional<Wording> unitName,
    LocalDate from,
    LocalDate to,
    String model,
    String rules,
    Optional<BigDecimal> total,
    Optional<Wording> ungraded,
    int sample,
    List<Line> lines,
    List<Counted> cases,
    List<LeftOut> leftOut,
    Instant gradedAt) {

  /** A case whose milestone is due nobody can tell when, and why. */
  public record LeftOut(String caseId, String number, String milestone, Wording why) {
    static LeftOut of(ScoreCard.LeftOut left) {
      return new LeftOut(left.id().toString(), left.number(), left.milestone(), left.why());
    }
  }

  /** A case that counted. */
  public record Counted(String caseId, String number, List<Verdict> verdicts) {
    static Counted of(Score.Counted counted) {
      return new Counted(
          counted.id().toString(),
          counted.number(),
          counted.verdicts().stream().map(v -> new Verdict(v.criterion(), v.finding())).toList());
    }
  }

  /** What a case was found to be by the criterion of a line. */
  public record Verdict(String criterion, Score.Finding finding) {}

  /** One line of the breakdown, with the ids of the cases that cost points. */
  public record Line(
      String criterion,
      Wording name,
      BigDecimal points,
      BigDecimal maximum,
      Wording why,
      List<String> evidence) {
    static Line of(ScoreCard.Line line) {
      return new Line(
          line.criterion(),
          line.name(),
          line.points(),
          line.maximum(),
          line.why(),
          line.evidence().stream().map(id -> id.toString()).toList());
    }
  }

  /** The grade with every case that counted. */
  static ScoreView of(ScoreCard card, Optional<Wording> name) {
    return of(card, name, card.cases());
  }

  /** The grade beside those of other units. */
  static ScoreView brief(ScoreCard card, Optional<Wording> name) {
    return of(card, name, List.of());
  }

  private static ScoreView of(ScoreCard card, Optional<Wording> name, List<Score.Counted> counted) {
    return new ScoreView(
        card.subject().id(),
        name,
        card.period().from(),
        card.period().toExclusive().minusDays(1),
        card.model(),
        card.rules(),
        card.total(),
        card.ungraded(),
        card.sample(),
        card.lines().stream().map(Line::of).toList(),
        counted.stream().map(Counted::of).toList(),
        card.leftOut().stream().map(LeftOut::of).toList(),
        card.gradedAt());
  }
}
