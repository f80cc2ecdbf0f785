package org.zhili.tck;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.opentest4j.TestAbortedException;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.tck.internal.Brought;
import org.zhili.tck.internal.Crowd;
import org.zhili.tck.internal.Introduction;
import org.zhili.tck.internal.LeavingJob;
import org.zhili.tck.internal.Rule;
import org.zhili.tck.internal.Speech;
import org.zhili.tck.internal.TypeSteps;
import org.zhili.tck.internal.certificate.JarRule;
import org.zhili.tck.internal.town.Observations;

/**
 * Hold a governance module to its rules. A module's test extends this class and returns its module,
 * built with collaborators that do nothing. Each rule with its reason is in the README of this kit.
 */
public abstract class GovernanceModuleContract {
  private static final int TIMES = 8;
  private static final long SECONDS = 60;
  private static final Duration TO_END = Duration.ofSeconds(5);

  /** Make the module under test; called once for each rule. */
  protected abstract GovernanceModule module();

  /**
   * Name the settings of devices that its alarm rules look at, such as {@code bin.depth}; rules are
   * tried with odd values for each.
   */
  protected Set<String> settings() {
    return Set.of();
  }

  @Test
  @DisplayName("rule 1: brings the same at every call")
  final void rule_1_brings_the_same_at_every_call(TestReporter reporter) {
    var rule = new Rule(1, "brings the same at every call");
    var module = module();
    var brought = Brought.by(module, rule).contributions();
    Introduction.of(reporter, module.info().id(), module, brought.size() + " contributions");
    if (!module.info().equals(module.info())) {
      rule.broken("info()", module.info(), "another one");
    }
    var again = Brought.by(module, rule).contributions();
    if (!again.equals(brought)) {
      rule.broken("contributions()", brought, again);
    }
  }

  @Test
  @DisplayName("rule 2: its ids begin with its own, and no name is there twice")
  final void rule_2_its_ids_are_its_own() {
    var rule = new Rule(2, "its ids begin with its own, and no name is there twice");
    var module = module();
    var brought = Brought.by(module, rule);
    String form = module.info().id() + "\\.[a-z0-9][a-z0-9.-]{0,63}";
    Set<Brought.Named> seen = new HashSet<>();
    for (Brought.Named named : brought.ids()) {
      if (!named.name().matches(form)) {
        rule.broken(named.kind(), "an id like " + module.info().id() + ".name", named.name());
      }
    }
    for (Brought.Named named :
        Stream.of(brought.ids(), brought.names()).flatMap(List::stream).toList()) {
      if (!seen.add(named)) {
        rule.broken(named.kind(), "each name once", named.name() + " twice");
      }
    }
  }

  @Test
  @DisplayName("rule 3: its case types lead from REPORTED to CLOSED")
  final void rule_3_its_case_types_lead_to_an_end() {
    var rule = new Rule(3, "its case types lead from REPORTED to CLOSED");
    Brought.by(module(), rule).types().forEach(type -> new TypeSteps(rule, type).check());
  }

  @Test
  @DisplayName("rule 4: says who it is and what it brings, in words of both languages")
  final void rule_4_says_who_it_is() {
    var rule = new Rule(4, "says who it is and what it brings, in words of both languages");
    var module = module();
    var speech = Speech.of(rule, module);
    Brought.by(module, rule).texts().forEach(text -> speech.check(text.key(), text));
  }

  @TestFactory
  @DisplayName("rule 5: its alarm rules judge whatever they are shown, and say why")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final Stream<DynamicTest> rule_5_its_alarm_rules_judge_anything() {
    var rule = new Rule(5, "its alarm rules judge whatever they are shown, and say why");
    var module = module();
    var speech = Speech.of(rule, module);
    return alarms(rule, module)
        .map(
            alarm ->
                DynamicTest.dynamicTest(
                    alarm.id(),
                    () -> {
                      for (Observation seen : Observations.of(alarm, settings())) {
                        if (judge(rule, alarm, seen) instanceof Judgment.Abnormal abnormal) {
                          speech.check(new Shown(alarm, seen), abnormal.why());
                        }
                      }
                    }));
  }

  @TestFactory
  @DisplayName("rule 6: its alarm rules judge the same the same, 8 times in parallel")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final Stream<DynamicTest> rule_6_its_alarm_rules_are_pure() {
    var rule = new Rule(6, "its alarm rules judge the same the same, 8 times in parallel");
    return alarms(rule, module())
        .map(alarm -> DynamicTest.dynamicTest(alarm.id(), () -> judgeInParallel(rule, alarm)));
  }

  private void judgeInParallel(Rule rule, Contribution.Alarm alarm) throws InterruptedException {
    var shown = Observations.of(alarm, settings());
    var first = shown.stream().map(seen -> judge(rule, alarm, seen)).toList();
    Crowd.ask(
        TIMES * shown.size(),
        i -> {
          Observation seen = shown.get(i % shown.size());
          Judgment expected = first.get(i % shown.size());
          Judgment got = judge(rule, alarm, seen);
          if (!got.equals(expected)) {
            rule.broken(new Shown(alarm, seen), expected, got);
          }
        });
  }

  @TestFactory
  @DisplayName("rule 7: its jobs end when the module is leaving")
  final Stream<DynamicTest> rule_7_its_jobs_end() {
    var rule = new Rule(7, "its jobs end when the module is leaving");
    var jobs = Brought.by(module(), rule).all(Contribution.Job.class);
    if (jobs.isEmpty()) {
      throw new TestAbortedException("rule 7: it has no jobs");
    }
    return jobs.stream()
        .map(job -> DynamicTest.dynamicTest(job.id(), () -> LeavingJob.run(rule, job, TO_END)));
  }

  @TestFactory
  @DisplayName("rule 8: the scripts of its pages lie in the folder pages beside its class")
  final Stream<DynamicTest> rule_8_the_scripts_of_its_pages_are_there() {
    var rule = new Rule(8, "the scripts of its pages lie in the folder pages beside its class");
    var module = module();
    var pages = Brought.by(module, rule).all(Contribution.Page.class);
    if (pages.isEmpty()) {
      throw new TestAbortedException("rule 8: it has no pages");
    }
    return pages.stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.path(),
                    () -> {
                      String script = "pages/" + page.script();
                      if (module.getClass().getResource(script) == null) {
                        rule.broken("page " + page.path(), "a file " + script, "none");
                      }
                    }));
  }

  @TestFactory
  @DisplayName(JarRule.NAME)
  final Stream<DynamicTest> rule_10_its_jar_can_be_dropped_into_any_town() {
    return JarRule.demands();
  }

  private static Stream<Contribution.Alarm> alarms(Rule rule, GovernanceModule module) {
    var alarms = Brought.by(module, rule).all(Contribution.Alarm.class);
    if (alarms.isEmpty()) {
      throw new TestAbortedException("rule " + rule.number() + ": it has no alarm rules");
    }
    return alarms.stream();
  }

  private static Judgment judge(Rule rule, Contribution.Alarm alarm, Observation seen) {
    return rule.answer(new Shown(alarm, seen), () -> alarm.rule().judge(seen));
  }

  /** An observation in words, once somebody must read them. */
  private record Shown(Contribution.Alarm alarm, Observation seen) {
    @Override
    public String toString() {
      return "%s shown %s, before it %s, settings %s"
          .formatted(
              alarm.id(),
              seen.reading().value(),
              seen.previous().map(reading -> reading.value().toString()).orElse("nothing"),
              seen.device().settings());
    }
  }
}
