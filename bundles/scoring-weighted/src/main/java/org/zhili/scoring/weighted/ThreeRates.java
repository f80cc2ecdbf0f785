package org.zhili.scoring.weighted;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Text;

/**
 * Grades by the three rates (响应率、解决率、满意率) of the Beijing regulation on handling complaints upon
 * receipt (2021), article 32; the weights are the city's, equal thirds at first.
 *
 * <ul>
 *   <li>Response: response milestones met in time, of those due.
 *   <li>Resolution: what the requester answered; for a sensor's case, which has no requester,
 *       closed with all results in time and neither rework nor reopening. Open cases count once a
 *       result is due.
 *   <li>Satisfaction: four or five stars, of the answers given. No answer is never "satisfied".
 * </ul>
 *
 * <p>A wrong setting is told in the log; the ones before it, or the usual ones, hold.
 *
 * <p>A rate nobody gave facts for takes the average of the others by weight, and says so. Cases the
 * subject handed back with an accepted reason do not count.
 */
@Component
@Designate(ocd = ThreeRates.Config.class)
public final class ThreeRates implements ScoringModel {
  private static final List<Fact> FACTS =
      List.of(
          new Fact("response", ThreeRates::responded),
          new Fact("resolution", ThreeRates::resolved),
          new Fact("satisfaction", graded -> graded.rating().map(Rating::satisfied)));

  private volatile Settings settings;

  @Activate
  public ThreeRates(Config config) {
    settings = SettingsReader.read(config).orElse(Settings.USUAL);
  }

  /** Set up as usual: equal weights, and a sample of five cases at least. */
  public ThreeRates() {
    settings = Settings.USUAL;
  }

  /**
   * Set up.
   *
   * @param minimumSample subjects with fewer cases are not graded
   */
  public ThreeRates(Weights weights, int minimumSample) {
    settings = new Settings(weights, minimumSample);
  }

  @ObjectClassDefinition(localization = "OSGI-INF/l10n/scoring", name = "%name")
  @interface Config {
    @AttributeDefinition(name = "%response", min = "0")
    int response() default 1;

    @AttributeDefinition(name = "%resolution", min = "0")
    int resolution() default 1;

    @AttributeDefinition(name = "%satisfaction", min = "0")
    int satisfaction() default 1;

    @AttributeDefinition(name = "%minimumSample", min = "1")
    int minimumSample() default 5;
  }

  /** Grade by other settings from now on, unless one of them is wrong. */
  @Modified
  void change(Config config) {
    SettingsReader.read(config).ifPresent(other -> settings = other);
  }

  /**
   * What a city may choose.
   *
   * @param minimumSample subjects with fewer cases are not graded
   */
  record Settings(Weights weights, int minimumSample) {
    static final Settings USUAL = new Settings(Weights.EQUAL, 5);
  }

  /** What each rate weighs, in any unit. */
  public record Weights(int response, int resolution, int satisfaction) {
    public static final Weights EQUAL = new Weights(1, 1, 1);

    public Weights {
      if (response < 0
          || resolution < 0
          || satisfaction < 0
          || response + resolution + satisfaction == 0) {
        throw new IllegalArgumentException("weights are not negative, and not all zero");
      }
    }

    int sum() {
      return response + resolution + satisfaction;
    }
  }

  @Override
  public String id() {
    return "three-rates";
  }

  @Override
  public List<Criterion> criteria() {
    return criteria(settings.weights());
  }

  private static List<Criterion> criteria(Weights weights) {
    BigDecimal response = share(weights, weights.response());
    BigDecimal resolution = share(weights, weights.resolution());
    BigDecimal rest = BigDecimal.valueOf(100).subtract(response).subtract(resolution);
    return List.of(
        criterion("response", response),
        criterion("resolution", resolution),
        criterion("satisfaction", weights.satisfaction() == 0 ? BigDecimal.ZERO : rest));
  }

  private static BigDecimal share(Weights weights, int weight) {
    return BigDecimal.valueOf(100L * weight)
        .divide(BigDecimal.valueOf(weights.sum()), 2, RoundingMode.HALF_UP);
  }

  private static Criterion criterion(String id, BigDecimal maximum) {
    return new Criterion(id, Text.of("scoring-weighted." + id), maximum);
  }

  @Override
  public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
    Settings now = settings;
    List<GradedCase> counted =
        cases.stream()
            .filter(c -> !c.wronglySent())
            .sorted(Comparator.comparing(GradedCase::number))
            .toList();
    if (counted.size() < now.minimumSample()) {
      return new Score.Ungraded(
          Text.of(
              "scoring-weighted.too-few",
              Integer.toString(counted.size()),
              Integer.toString(now.minimumSample())),
          counted.size());
    }
    List<Rate> rates = FACTS.stream().map(fact -> Rate.of(counted, fact)).toList();
    OptionalDouble known = average(rates, now.weights());
    if (known.isEmpty()) {
      return new Score.Ungraded(Text.of("scoring-weighted.nothing-due"), counted.size());
    }
    List<Criterion> criteria = criteria(now.weights());
    List<Score.Line> lines = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < rates.size(); i++) {
      Score.Line line = line(criteria.get(i), rates.get(i), known.getAsDouble());
      lines.add(line);
      total = total.add(line.points());
    }
    return new Score.Graded(
        total, lines, counted.size(), counted.stream().map(ThreeRates::verdicts).toList());
  }

  /** What every rate found one case to be. */
  private static Score.Counted verdicts(GradedCase graded) {
    List<Score.Verdict> verdicts =
        FACTS.stream().map(f -> new Score.Verdict(f.rate(), f.finding(graded))).toList();
    return new Score.Counted(graded.id(), graded.number(), verdicts);
  }

  /** What the rates that are known come to, each by its weight; empty when none weighs anything. */
  private static OptionalDouble average(List<Rate> rates, Weights weights) {
    int[] weigh = {weights.response(), weights.resolution(), weights.satisfaction()};
    double sum = 0;
    int weight = 0;
    for (int i = 0; i < weigh.length; i++) {
      if (rates.get(i).asked > 0) {
        sum += weigh[i] * rates.get(i).value();
        weight += weigh[i];
      }
    }
    return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
  }

  private static Score.Line line(Criterion criterion, Rate rate, double average) {
    double value = rate.asked > 0 ? rate.value() : average;
    BigDecimal points =
        criterion.maximum().multiply(BigDecimal.valueOf(value)).setScale(2, RoundingMode.HALF_UP);
    Text why =
        rate.asked > 0
            ? Text.of(
                "scoring-weighted." + criterion.id() + "-why",
                Integer.toString(rate.good),
                Integer.toString(rate.asked))
            : Text.of("scoring-weighted.unasked");
    return new Score.Line(criterion.id(), points, why, rate.cost);
  }

  private static Optional<Boolean> responded(GradedCase graded) {
    List<GradedCase.Due> due =
        graded.milestones().stream().filter(GradedCase.Due::response).toList();
    return due.isEmpty()
        ? Optional.empty()
        : Optional.of(due.stream().allMatch(GradedCase.Due::inTime));
  }

  private static Optional<Boolean> resolved(GradedCase graded) {
    if (graded.rating().isPresent()) {
      return graded.rating().map(Rating::solved);
    }
    List<GradedCase.Due> due = graded.milestones().stream().filter(d -> !d.response()).toList();
    if (due.isEmpty() || !graded.source().equals("sensor")) {
      return Optional.empty();
    }
    boolean well =
        graded.standing() == Standing.CLOSED
            && due.stream().allMatch(GradedCase.Due::inTime)
            && graded.counts().reworks() == 0
            && graded.counts().reopens() == 0;
    return Optional.of(well);
  }

  /**
   * What a rate asks of a case.
   *
   * @param good empty when it asks nothing, or nobody knows
   */
  private record Fact(String rate, Function<GradedCase, Optional<Boolean>> good) {
    Score.Finding finding(GradedCase graded) {
      return good.apply(graded)
          .map(yes -> yes ? Score.Finding.GOOD : Score.Finding.BAD)
          .orElse(Score.Finding.NOT_ASKED);
    }
  }

  /**
   * One rate.
   *
   * @param cost the cases that lowered it
   */
  private record Rate(int good, int asked, List<CaseId> cost) {
    static Rate of(List<GradedCase> cases, Fact fact) {
      int good = 0;
      List<CaseId> cost = new ArrayList<>();
      for (GradedCase graded : cases) {
        switch (fact.finding(graded)) {
          case GOOD -> good++;
          case BAD -> cost.add(graded.id());
          case NOT_ASKED -> {}
        }
      }
      return new Rate(good, good + cost.size(), cost);
    }

    double value() {
      return (double) good / asked;
    }
  }
}
