package org.zhili.tck;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.opentest4j.TestAbortedException;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.tck.internal.Attempts;
import org.zhili.tck.internal.Crowd;
import org.zhili.tck.internal.DeviceVector;
import org.zhili.tck.internal.DriverTrial;
import org.zhili.tck.internal.Expectation;
import org.zhili.tck.internal.Introduction;
import org.zhili.tck.internal.Resources;
import org.zhili.tck.internal.Rule;
import org.zhili.tck.internal.TopicFilter;
import org.zhili.tck.internal.VectorFile;
import org.zhili.tck.internal.Vocabulary;
import org.zhili.tck.internal.Vocabulary.Bounds;
import org.zhili.tck.internal.certificate.JarRule;

/**
 * Hold a device driver to its rules. A driver's test extends this class and returns its driver:
 *
 * <pre>{@code
 * class TrashBinDriverTest extends DeviceDriverContract {
 *   protected DeviceDriver driver() {
 *     return new TrashBinDriver();
 *   }
 * }
 * }</pre>
 *
 * <p>The vectors are read from {@code vectors/<id of the driver>.vectors} on the test class path.
 * Their form, and each rule with its reason, is in the README of this module.
 */
public abstract class DeviceDriverContract {
  private static final int TIMES = 200;
  private static final long SECONDS = 60;

  /** Make the driver under test; called once for each rule. */
  protected abstract DeviceDriver driver();

  /**
   * Say whether every accepted frame carries a checksum that the driver checks. Then no frame with
   * a wrong bit may be understood.
   */
  protected boolean checksummed() {
    return false;
  }

  /** Ranges of plausible values that differ from the kit's vocabulary, each with its reason. */
  protected List<Range> ranges() {
    return List.of();
  }

  @TestFactory
  @DisplayName("rule 1: decodes its vectors, some accepted and some rejected")
  final Stream<DynamicTest> rule_1_decodes_its_vectors(TestReporter reporter) {
    var trial = trial(1, "decodes its vectors, some accepted and some rejected");
    var driver = trial.driver();
    Introduction.of(reporter, driver.info().id(), driver, trial.vectors().size() + " vectors");
    return Stream.concat(
        Stream.of(DynamicTest.dynamicTest("both kinds are there", () -> bothKinds(trial))),
        trial.vectors().stream()
            .map(
                vector ->
                    DynamicTest.dynamicTest(
                        vector.name(),
                        () -> {
                          var answer = trial.rule().decode(driver, vector.message(), vector);
                          vector
                              .expectation()
                              .difference(answer)
                              .ifPresent(
                                  got -> trial.rule().broken(vector, vector.expectation(), got));
                        })));
  }

  private static void bothKinds(DriverTrial trial) {
    if (trial.accepted().findAny().isEmpty()) {
      trial.rule().broken("all vectors", "at least one that is understood", "none");
    }
    if (trial.vectors().stream().noneMatch(v -> v.expectation() instanceof Expectation.Rejected)) {
      trial.rule().broken("all vectors", "at least one that is rejected", "none");
    }
  }

  @Test
  @DisplayName("rule 2: reports only metrics it declared, whatever comes")
  final void rule_2_reports_only_declared_metrics() {
    trial(2, "reports only metrics it declared, whatever comes").reportOnlyDeclared();
  }

  @Test
  @DisplayName("rule 3: answers 10,000 wrong payloads without throwing, and never null")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_3_answers_anything() {
    var trial = trial(3, "answers 10,000 wrong payloads without throwing, and never null");
    Attempts.hostile(trial.vectors()).forEach(trial::decode);
  }

  @TestFactory
  @DisplayName("rule 3: a frame cut at any byte yields no value the whole frame did not have")
  final Stream<DynamicTest> rule_3_invents_nothing_from_a_cut_frame() {
    var trial = trial(3, "a frame cut at any byte yields no value the whole frame did not have");
    return trial
        .accepted()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> trial.cutAnywhere(vector)));
  }

  @TestFactory
  @DisplayName("rule 3: a frame with any bit flipped is not understood")
  final Stream<DynamicTest> rule_3_checks_its_checksum() {
    if (!checksummed()) {
      throw new TestAbortedException("rule 3, flipped bits: its frames carry no checksum");
    }
    var trial = trial(3, "a frame with any bit flipped is not understood");
    return trial
        .accepted()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> trial.flipAnywhere(vector)));
  }

  @Test
  @DisplayName("rule 4: gives the same answer 200 times in parallel")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_4_is_a_pure_function() throws InterruptedException {
    var trial = trial(4, "gives the same answer 200 times in parallel");
    var rule = trial.rule();
    var vectors = trial.vectors();
    var first = vectors.stream().map(v -> rule.decode(trial.driver(), v.message(), v)).toList();
    Crowd.ask(
        TIMES * vectors.size(),
        i -> {
          DeviceVector vector = vectors.get(i % vectors.size());
          Decoded expected = first.get(i % vectors.size());
          Decoded got = rule.decode(trial.driver(), vector.message(), vector);
          if (!got.equals(expected)) {
            rule.broken(vector, Expectation.Words.of(expected), Expectation.Words.of(got));
          }
        });
  }

  @Test
  @DisplayName("rule 5: reports its time for each message (for people; nothing is asserted)")
  final void rule_5_reports_its_time(TestReporter reporter) {
    var trial = trial(5, "reports its time for each message");
    for (DeviceVector vector : trial.vectors()) {
      long before = System.nanoTime();
      for (int i = 0; i < TIMES; i++) {
        trial.rule().decode(trial.driver(), vector.message(), vector);
      }
      long each = (System.nanoTime() - before) / TIMES;
      reporter.publishEntry(vector.name(), TimeUnit.NANOSECONDS.toMicros(each) + " µs");
    }
  }

  @Test
  @DisplayName("rule 6: is found by ServiceLoader")
  final void rule_6_is_found_by_service_loader() {
    var rule = new Rule(6, "is found by ServiceLoader");
    String wanted = driver().getClass().getName();
    try {
      var found =
          ServiceLoader.load(DeviceDriver.class, getClass().getClassLoader()).stream()
              .map(provider -> provider.type().getName())
              .toList();
      if (!found.contains(wanted)) {
        rule.broken("META-INF/services/" + DeviceDriver.class.getName(), wanted, found);
      }
    } catch (ServiceConfigurationError e) {
      rule.broken("META-INF/services/" + DeviceDriver.class.getName(), wanted, e);
    }
  }

  @Test
  @DisplayName("rule 7: its topic filters are valid and match the topic of every vector")
  final void rule_7_its_topics_fit() {
    var trial = trial(7, "its topic filters are valid and match the topic of every vector");
    var rule = trial.rule();
    var filters = trial.driver().info().topicFilters().stream().map(TopicFilter::new).toList();
    for (TopicFilter filter : filters) {
      filter.fault().ifPresent(fault -> rule.broken(filter.text(), "an MQTT filter", fault));
    }
    for (DeviceVector vector : trial.vectors()) {
      String topic = vector.message().origin().topic();
      if (filters.stream().noneMatch(filter -> filter.matches(topic))) {
        rule.broken(vector, "a topic that one of " + filters + " matches", topic);
      }
    }
  }

  @TestFactory
  @DisplayName("rule 8: takes no reading from the payloads of other families")
  final Stream<DynamicTest> rule_8_leaves_the_payloads_of_others() {
    var trial = trial(8, "takes no reading from the payloads of other families");
    var accepted = trial.accepted().map(vector -> vector.message().payload()).toList();
    return foreign().stream()
        .filter(vector -> !accepted.contains(vector.message().payload()))
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.name(),
                    () -> {
                      DeviceMessage message =
                          trial.vectors().get(0).carrying(vector.message().payload());
                      Decoded answer = trial.rule().decode(trial.driver(), message, vector);
                      if (answer instanceof Decoded.Readings) {
                        trial
                            .rule()
                            .broken(vector, "not-mine or rejected", Expectation.Words.of(answer));
                      }
                    }));
  }

  @Test
  @DisplayName("rule 9: its units and metrics are the shared ones (else a warning)")
  final void rule_9_its_words_are_known(TestReporter reporter) {
    for (String warning : Vocabulary.warnings(driver().info().metrics())) {
      reporter.publishEntry(Introduction.WARNING, "rule 9: " + warning);
    }
  }

  @Test
  @DisplayName("rule 9: its measures are plausible, whatever comes")
  final void rule_9_its_measures_are_plausible(TestReporter reporter) {
    for (Range range : ranges()) {
      String words =
          "rule 9: its %s is from %s to %s, since %s"
              .formatted(range.metric(), range.least(), range.most(), range.reason());
      reporter.publishEntry(Introduction.WARNING, words);
    }
    trial(9, "its measures are plausible, whatever comes")
        .staysPlausible(
            ranges().stream()
                .collect(
                    Collectors.toMap(
                        Range::metric, r -> new Bounds(r.least(), r.most(), r.reason()))));
  }

  @TestFactory
  @DisplayName(JarRule.NAME)
  final Stream<DynamicTest> rule_10_its_jar_can_be_dropped_into_any_town() {
    return JarRule.demands();
  }

  private DriverTrial trial(int number, String text) {
    var rule = new Rule(number, text);
    var driver = driver();
    String path = "vectors/" + driver.info().id() + ".vectors";
    return new DriverTrial(rule, driver, rule.vectors(getClass().getClassLoader(), path));
  }

  private static List<DeviceVector> foreign() {
    var loader = DeviceDriverContract.class.getClassLoader();
    String path = "org/zhili/tck/internal/foreign.vectors";
    return VectorFile.parse(path, Resources.read(loader, path).orElseThrow());
  }
}
