package org.zhili.core.grading;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Pause;
import org.zhili.core.city.CityBooks;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.store.Transactions;
import org.zhili.id.UnitId;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Grades every unit over a period with the city's model. */
public final class GradingRun {
  private static final Logger LOG = LoggerFactory.getLogger(GradingRun.class);

  private final CityBooks books;
  private final CaseFacts facts;
  private final PluginGate gate;
  private final Supplier<Words> words;
  private final Ledger ledger;

  public GradingRun(
      CityBooks books, CaseFacts facts, PluginGate gate, Supplier<Words> words, Ledger ledger) {
    this.books = books;
    this.facts = facts;
    this.gate = gate;
    this.words = words;
    this.ledger = ledger;
  }

  /** Where cards are written, and by which clock. */
  public record Ledger(Transactions transactions, ScoreStore scores, InstantSource clock) {}

  /** What came of a run: cards, or the reason why there are none. */
  public sealed interface Result {
    record Done(List<ScoreCard> cards) implements Result {
      public Done {
        cards = List.copyOf(cards);
      }
    }

    /** No model, or it failed; nothing was written. */
    record Failed(Text why) implements Result {}
  }

  /** Grade all units that led a case in the period. Takes as long as the model may. */
  public Result grade(GradingPeriod period) {
    String id = books.rules().scoringModel();
    Optional<Guarded<ScoringModel>> model = gate.named(ScoringModel.class, id);
    if (model.isEmpty()) {
      return new Result.Failed(Text.of("grading.model-absent", id));
    }
    Answer<List<Criterion>> criteria = model.get().ask(ScoringModel::criteria);
    if (!(criteria instanceof Answer.Given<List<Criterion>> published)) {
      return failed(id, criteria);
    }
    List<ScoreCard> cards = new ArrayList<>();
    for (Map.Entry<UnitId, CaseFacts.Facts> unit : factsByUnit(period).entrySet()) {
      Subject subject = new Subject(Subject.Kind.UNIT, unit.getKey().value());
      List<GradedCase> cases = List.copyOf(unit.getValue().cases());
      Answer<Score> score = model.get().ask(m -> m.grade(subject, period, cases));
      if (!(score instanceof Answer.Given<Score> given)) {
        return failed(id, score);
      }
      Grade grade =
          new Grade(subject, period, model.get().identity().toString(), unit.getValue().leftOut());
      cards.add(card(grade, published.value(), given.value()));
    }
    ledger.transactions().run(() -> cards.forEach(ledger.scores()::save));
    return new Result.Done(cards);
  }

  /** Cards already given for a period, best first. */
  public List<ScoreCard> cards(GradingPeriod period) {
    return ledger.transactions().read(() -> ledger.scores().of(period));
  }

  /** The period graded last, of one subject or of anybody. */
  public Optional<GradingPeriod> latest(Optional<Subject> subject) {
    return ledger.transactions().read(() -> ledger.scores().latest(subject));
  }

  public Optional<ScoreCard> card(Subject subject, GradingPeriod period) {
    return ledger.transactions().read(() -> ledger.scores().find(subject, period));
  }

  /** The words of a plug-in's fault are for the log, not for whoever asked for grades. */
  private static Result.Failed failed(String id, Answer<?> answer) {
    if (answer instanceof Answer.Withdrawn<?>) {
      return new Result.Failed(Text.of("grading.model-withdrawn", id));
    } else if (answer instanceof Answer.Overran<?> late) {
      String seconds = Long.toString(late.limit().toSeconds());
      return new Result.Failed(Text.of("grading.model-overran", id, seconds));
    }
    if (answer instanceof Answer.NotAsked<?>) {
      return new Result.Failed(Text.of("grading.model-not-asked", id));
    }
    LOG.warn("Scoring model {} failed: {}", id, answer);
    return new Result.Failed(Text.of("grading.model-broke", id));
  }

  private Map<UnitId, CaseFacts.Facts> factsByUnit(GradingPeriod period) {
    ZoneId zone = books.rules().zone();
    Instant from = period.from().atStartOfDay(zone).toInstant();
    Instant until = period.toExclusive().atStartOfDay(zone).toInstant();
    return facts.in(new CaseFacts.Stretch(from, until, zone));
  }

  /** What is graded, by which model. */
  private record Grade(
      Subject subject, GradingPeriod period, String model, List<ScoreCard.LeftOut> leftOut) {
    ScoreCard card(Graded graded, String rules, Instant at) {
      return new ScoreCard(
          subject,
          period,
          model,
          rules,
          graded.total,
          graded.ungraded,
          graded.sample,
          graded.lines,
          graded.cases,
          leftOut,
          at);
    }
  }

  /** What the model said, in words. */
  private record Graded(
      Optional<BigDecimal> total,
      Optional<Wording> ungraded,
      int sample,
      List<ScoreCard.Line> lines,
      List<Score.Counted> cases) {}

  private ScoreCard card(Grade grade, List<Criterion> criteria, Score score) {
    return grade.card(
        graded(criteria, score, words.get()), books.rules().version(), ledger.clock().instant());
  }

  private static Graded graded(List<Criterion> criteria, Score score, Words all) {
    if (score instanceof Score.Graded graded) {
      Map<String, Criterion> byId = new HashMap<>();
      criteria.forEach(c -> byId.put(c.id(), c));
      return new Graded(
          Optional.of(graded.total()),
          Optional.empty(),
          graded.sample(),
          graded.lines().stream().map(line -> line(line, byId, all)).toList(),
          graded.cases());
    }
    Score.Ungraded ungraded = (Score.Ungraded) score; // the only other kind of score
    Wording why = all.render(ungraded.why());
    return new Graded(Optional.empty(), Optional.of(why), ungraded.sample(), List.of(), List.of());
  }

  private static ScoreCard.Line line(Score.Line line, Map<String, Criterion> criteria, Words all) {
    Optional<Criterion> criterion = Optional.ofNullable(criteria.get(line.criterion()));
    return new ScoreCard.Line(
        line.criterion(),
        criterion.map(c -> all.render(c.name())).orElse(Wording.same(line.criterion())),
        line.points(),
        criterion.map(Criterion::maximum).orElse(BigDecimal.ZERO),
        all.render(line.why()),
        line.evidence());
  }

  /** How long the clocks of a file stood still before {@code at}. */
  static Duration paused(CaseFile file, Instant at) {
    Duration paused = Duration.ZERO;
    Instant counted = Instant.MIN; // pauses may overlap
    for (Pause pause : file.pauses().stream().sorted(Comparator.comparing(Pause::from)).toList()) {
      Instant from = pause.from().isAfter(counted) ? pause.from() : counted;
      Instant until = pause.until().orElse(at);
      if (until.isAfter(from)) {
        paused = paused.plus(Duration.between(from, until));
        counted = until;
      }
    }
    return paused;
  }
}
