package org.zhili.tck;

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
import org.zhili.dispatch.Candidate;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.id.UnitId;
import org.zhili.tck.internal.Crowd;
import org.zhili.tck.internal.Introduction;
import org.zhili.tck.internal.Rule;
import org.zhili.tck.internal.Speech;
import org.zhili.tck.internal.certificate.JarRule;
import org.zhili.tck.internal.town.Requests;

/**
 * Hold a dispatch strategy to its rules. A strategy's test extends this class and returns its
 * strategy; the requests are the kit's. Each rule with its reason is in the README of this module.
 */
public abstract class DispatchStrategyContract {
  private static final int TIMES = 20;
  private static final long SECONDS = 60;
  private static final long SEED = 20_260_302;

  /** Make the strategy under test; called once for each rule. */
  protected abstract DispatchStrategy strategy();

  @Test
  @DisplayName("rule 1: answers every request without throwing, and never null")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_1_answers_every_request(TestReporter reporter) {
    var rule = new Rule(1, "answers every request without throwing, and never null");
    var strategy = strategy();
    Introduction.of(reporter, strategy.id(), strategy, Requests.MANY + " requests");
    if (strategy.id().isBlank() || !strategy.id().equals(strategy.id())) {
      rule.broken("id()", "a name that stays the same", strategy.id());
    }
    for (DispatchRequest request : Requests.all()) {
      ask(rule, strategy, request);
    }
  }

  @Test
  @DisplayName("rule 2: names candidates alone, and gives each one part")
  final void rule_2_names_candidates_alone() {
    var rule = new Rule(2, "names candidates alone, and gives each one part");
    var strategy = strategy();
    for (DispatchRequest request : Requests.all()) {
      if (ask(rule, strategy, request) instanceof Proposal.Assign assign) {
        Set<UnitId> candidates =
            request.candidates().stream().map(c -> c.unit().id()).collect(Collectors.toSet());
        List<UnitId> parts = parts(assign);
        if (!candidates.containsAll(parts) || !candidates.containsAll(assign.alternatives())) {
          rule.broken(words(request), "units of " + candidates, assign);
        }
        if (new HashSet<>(parts).size() < parts.size()
            || assign.alternatives().contains(assign.lead())) {
          rule.broken(words(request), "each unit once", assign);
        }
      }
    }
  }

  private static List<UnitId> parts(Proposal.Assign assign) {
    List<UnitId> parts = new ArrayList<>(List.of(assign.lead()));
    parts.addAll(assign.assisting());
    parts.addAll(assign.supervising());
    return parts;
  }

  @Test
  @DisplayName("rule 3: leaves a case without candidates to a person")
  final void rule_3_refers_without_candidates() {
    var rule = new Rule(3, "leaves a case without candidates to a person");
    var strategy = strategy();
    for (DispatchRequest request : Requests.all()) {
      DispatchRequest nobody = with(request, List.of());
      Proposal proposal = ask(rule, strategy, nobody);
      if (!(proposal instanceof Proposal.Refer)) {
        rule.broken(words(nobody), "refer", proposal);
      }
    }
  }

  @Test
  @DisplayName("rule 4: says why, in words of both languages")
  final void rule_4_says_why() {
    var rule = new Rule(4, "says why, in words of both languages");
    var strategy = strategy();
    var speech = Speech.of(rule, strategy);
    for (DispatchRequest request : Requests.all()) {
      speech.check(words(request), ask(rule, strategy, request).why());
    }
  }

  @Test
  @DisplayName("rule 5: gives the same answer in whatever order candidates come")
  final void rule_5_does_not_go_by_order() {
    var rule = new Rule(5, "gives the same answer in whatever order candidates come");
    var strategy = strategy();
    var random = new Random(SEED);
    for (DispatchRequest request : Requests.all()) {
      Proposal expected = ask(rule, strategy, request);
      List<Candidate> shuffled = new ArrayList<>(request.candidates());
      Collections.reverse(shuffled);
      for (int i = 0; i < 3; i++) {
        DispatchRequest other = with(request, shuffled);
        Proposal got = ask(rule, strategy, other);
        if (!got.equals(expected)) {
          rule.broken(words(other), expected, got);
        }
        Collections.shuffle(shuffled, random);
      }
    }
  }

  @Test
  @DisplayName("rule 6: gives the same answer 20 times in parallel")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_6_is_a_pure_function() throws InterruptedException {
    var rule = new Rule(6, "gives the same answer 20 times in parallel");
    var strategy = strategy();
    var requests = Requests.all();
    var first = requests.stream().map(request -> ask(rule, strategy, request)).toList();
    Crowd.ask(
        TIMES * requests.size(),
        i -> {
          DispatchRequest request = requests.get(i % requests.size());
          Proposal expected = first.get(i % requests.size());
          Proposal got = ask(rule, strategy, request);
          if (!got.equals(expected)) {
            rule.broken(words(request), expected, got);
          }
        });
  }

  @TestFactory
  @DisplayName(JarRule.NAME)
  final Stream<DynamicTest> rule_10_its_jar_can_be_dropped_into_any_town() {
    return JarRule.demands();
  }

  private static Proposal ask(Rule rule, DispatchStrategy strategy, DispatchRequest request) {
    return rule.answer(words(request), () -> strategy.propose(request));
  }

  private static DispatchRequest with(DispatchRequest request, List<Candidate> candidates) {
    return new DispatchRequest(
        request.caseFile(), request.duty(), candidates, request.returned(), request.at());
  }

  private static String words(DispatchRequest request) {
    return "%s, %s %s, candidates %s, %s, returned by %s"
        .formatted(
            request.caseFile().number(),
            request.caseFile().report().subject(),
            request.caseFile().report().condition(),
            request.candidates().stream().map(candidate -> candidate.unit().id()).toList(),
            request.duty(),
            request.returned());
  }
}
