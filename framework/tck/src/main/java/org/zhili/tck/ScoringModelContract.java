package org.zhili.tck;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.zhili.id.CaseId;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.tck.internal.Crowd;
import org.zhili.tck.internal.Introduction;
import org.zhili.tck.internal.Rule;
import org.zhili.tck.internal.Speech;
import org.zhili.tck.internal.certificate.JarRule;
import org.zhili.tck.internal.town.GradedCases;

/**
 * Hold a scoring model to its rules. A model's test extends this class and returns its model; the
 * cases are the kit's. Each rule with its reason is in the README of this module.
 */
public abstract class ScoringModelContract {
  private static final int TIMES = 50;
  private static final long SECONDS = 60;
  private static final long SEED = 20_260_304;
  private static final Duration PAUSE = Duration.ofDays(5);

  /** Make the model under test; called once for each rule. */
  protected abstract ScoringModel model();

  @Test
  @DisplayName("rule 1: answers whatever the cases, without throwing, and never null")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_1_answers_whatever_the_cases(TestReporter reporter) {
    var rule = new Rule(1, "answers whatever the cases, without throwing, and never null");
    var model = model();
    Introduction.of(reporter, model.id(), model, GradedCases.MANY + " months of cases");
    if (model.id().isBlank() || !model.id().equals(model.id())) {
      rule.broken("id()", "a name that stays the same", model.id());
    }
    for (GradedCases month : GradedCases.all()) {
      grade(rule, model, month, month.cases());
    }
  }

  @Test
  @DisplayName("rule 2: grades nobody without a case")
  final void rule_2_grades_nobody_without_a_case() {
    var rule = new Rule(2, "grades nobody without a case");
    var model = model();
    for (GradedCases month : GradedCases.all()) {
      Score score = grade(rule, model, month, List.of());
      if (!(score instanceof Score.Ungraded)) {
        rule.broken(month.subject() + " without cases", "ungraded", score);
      }
    }
  }

  @Test
  @DisplayName("rule 3: its lines come to the total, none above its criterion's maximum")
  final void rule_3_adds_up() {
    var rule = new Rule(3, "its lines come to the total, none above its criterion's maximum");
    var model = model();
    List<Criterion> criteria = model.criteria();
    for (GradedCases month : GradedCases.all()) {
      if (grade(rule, model, month, month.cases()) instanceof Score.Graded graded) {
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> seen = new HashSet<>();
        for (Score.Line line : graded.lines()) {
          sum = sum.add(line.points());
          checkLine(rule, criteria, line);
          if (!seen.add(line.criterion())) {
            rule.broken(month.subject(), "one line for each criterion", line.criterion());
          }
        }
        if (sum.compareTo(graded.total()) != 0) {
          rule.broken(month.subject(), "a total of " + sum, graded.total());
        }
      }
    }
  }

  private static void checkLine(Rule rule, List<Criterion> criteria, Score.Line line) {
    List<Criterion> named = criteria.stream().filter(c -> c.id().equals(line.criterion())).toList();
    if (named.size() != 1) {
      rule.broken(line, "one of its criteria", line.criterion());
    }
    if (line.points().compareTo(named.get(0).maximum()) > 0) {
      rule.broken(line, "at most " + named.get(0).maximum() + " points", line.points());
    }
  }

  @Test
  @DisplayName("rule 4: gives the same grade in whatever order the cases come")
  final void rule_4_does_not_go_by_order() {
    var rule = new Rule(4, "gives the same grade in whatever order the cases come");
    var model = model();
    var random = new Random(SEED);
    for (GradedCases month : GradedCases.all()) {
      Score expected = grade(rule, model, month, month.cases());
      List<GradedCase> shuffled = new ArrayList<>(month.cases());
      Collections.reverse(shuffled);
      for (int i = 0; i < 3; i++) {
        same(rule, month.subject() + ", shuffled", expected, grade(rule, model, month, shuffled));
        Collections.shuffle(shuffled, random);
      }
    }
  }

  @Test
  @DisplayName("rule 5: does not charge time in which the clocks stood still")
  final void rule_5_does_not_charge_pauses() {
    var rule = new Rule(5, "does not charge time in which the clocks stood still");
    var model = model();
    for (GradedCases month : GradedCases.all()) {
      Score going = grade(rule, model, month, month.cases());
      Score paused = grade(rule, model, month, month.pausedFor(PAUSE));
      if (going instanceof Score.Graded less) {
        if (!(paused instanceof Score.Graded more) || more.total().compareTo(less.total()) < 0) {
          rule.broken(
              month.subject() + ", all clocks stood still for " + PAUSE,
              "at least " + less.total() + ", as without the pause",
              paused);
        }
      }
    }
  }

  @Test
  @DisplayName("rule 6: shows cases it was given, and counts no others")
  final void rule_6_shows_what_it_was_given() {
    var rule = new Rule(6, "shows cases it was given, and counts no others");
    var model = model();
    for (GradedCases month : GradedCases.all()) {
      Set<CaseId> given = month.cases().stream().map(GradedCase::id).collect(Collectors.toSet());
      Score score = grade(rule, model, month, month.cases());
      if (!given.containsAll(shown(score))) {
        rule.broken(month.subject(), "cases of its input", shown(score));
      }
      int sample =
          score instanceof Score.Graded graded
              ? graded.sample()
              : ((Score.Ungraded) score).sample();
      if (sample < 0 || sample > given.size()) {
        rule.broken(month.subject(), "a sample of at most " + given.size(), sample);
      }
    }
  }

  private static Set<CaseId> shown(Score score) {
    return score instanceof Score.Graded graded
        ? Stream.concat(
                graded.lines().stream().flatMap(line -> line.evidence().stream()),
                graded.cases().stream().map(Score.Counted::id))
            .collect(Collectors.toSet())
        : Set.of();
  }

  @Test
  @DisplayName("rule 7: says why, in words of both languages")
  final void rule_7_says_why() {
    var rule = new Rule(7, "says why, in words of both languages");
    var model = model();
    var speech = Speech.of(rule, model);
    model.criteria().forEach(criterion -> speech.check(criterion, criterion.name()));
    for (GradedCases month : GradedCases.all()) {
      Score score = grade(rule, model, month, month.cases());
      if (score instanceof Score.Graded graded) {
        graded.lines().forEach(line -> speech.check(month.subject(), line.why()));
      } else if (score instanceof Score.Ungraded ungraded) {
        speech.check(month.subject(), ungraded.why());
      }
    }
  }

  @Test
  @DisplayName("rule 8: gives the same grade 50 times in parallel, by the same criteria")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_8_is_a_pure_function() throws InterruptedException {
    var rule = new Rule(8, "gives the same grade 50 times in parallel, by the same criteria");
    var model = model();
    var months = GradedCases.all();
    var criteria = model.criteria();
    var first = months.stream().map(month -> grade(rule, model, month, month.cases())).toList();
    Crowd.ask(
        TIMES * months.size(),
        i -> {
          GradedCases month = months.get(i % months.size());
          Score got = grade(rule, model, month, month.cases());
          same(rule, month.subject(), first.get(i % months.size()), got);
          same(rule, "criteria()", criteria, model.criteria());
        });
  }

  @TestFactory
  @DisplayName(JarRule.NAME)
  final Stream<DynamicTest> rule_10_its_jar_can_be_dropped_into_any_town() {
    return JarRule.demands();
  }

  private static void same(Rule rule, Object vector, Object expected, Object got) {
    if (!got.equals(expected)) {
      rule.broken(vector, expected, got);
    }
  }

  private static Score grade(
      Rule rule, ScoringModel model, GradedCases month, List<GradedCase> cases) {
    return rule.answer(
        month.subject() + " with " + cases.size() + " cases",
        () -> model.grade(month.subject(), GradedCases.PERIOD, cases));
  }
}
