package org.zhili.tck;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.tck.internal.Crowd;
import org.zhili.tck.internal.DeviceVector;
import org.zhili.tck.internal.Expectation;
import org.zhili.tck.internal.Payloads;
import org.zhili.tck.internal.Resources;
import org.zhili.tck.internal.Rule;
import org.zhili.tck.internal.TopicFilter;
import org.zhili.tck.internal.UcumCodes;
import org.zhili.tck.internal.VectorFile;

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

  @TestFactory
  @DisplayName("rule 1: decodes its vectors, some accepted and some rejected")
  final Stream<DynamicTest> rule_1_decodes_its_vectors() {
    var rule = new Rule(1, "decodes its vectors, some accepted and some rejected");
    var driver = driver();
    var vectors = vectors(rule, driver);
    return Stream.concat(
        Stream.of(DynamicTest.dynamicTest("both kinds are there", () -> bothKinds(rule, vectors))),
        vectors.stream()
            .map(
                vector ->
                    DynamicTest.dynamicTest(
                        vector.name(),
                        () -> {
                          var answer = rule.decode(driver, vector.message(), vector);
                          vector
                              .expectation()
                              .difference(answer)
                              .ifPresent(got -> rule.broken(vector, vector.expectation(), got));
                        })));
  }

  private static void bothKinds(Rule rule, List<DeviceVector> vectors) {
    if (vectors.stream().noneMatch(DeviceVector::isAccepted)) {
      rule.broken("all vectors", "at least one that is understood", "none");
    }
    if (vectors.stream().noneMatch(v -> v.expectation() instanceof Expectation.Rejected)) {
      rule.broken("all vectors", "at least one that is rejected, such as a cut frame", "none");
    }
  }

  @Test
  @DisplayName("rule 2: reports only metrics it declared")
  final void rule_2_reports_only_declared_metrics() {
    var rule = new Rule(2, "reports only metrics it declared");
    var driver = driver();
    var declared = driver.info().metrics().stream().map(Metric::key).toList();
    for (DeviceVector vector : vectors(rule, driver)) {
      Stream.of(
              Stream.of(vector.message().payload()),
              Payloads.cuts(vector.message().payload()),
              Payloads.random())
          .flatMap(payloads -> payloads)
          .forEach(
              payload -> {
                for (Reading reading :
                    rule.readings(rule.decode(driver, vector.carrying(payload), vector))) {
                  if (!declared.contains(reading.metric())) {
                    rule.broken(vector, "one of " + declared, reading.metric());
                  }
                }
              });
    }
  }

  @Test
  @DisplayName("rule 3: answers 300 random payloads without throwing, and never null")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_3_answers_anything() {
    var rule = new Rule(3, "answers 300 random payloads without throwing, and never null");
    var driver = driver();
    var vectors = vectors(rule, driver);
    for (DeviceVector vector : vectors) {
      Payloads.random().forEach(payload -> rule.decode(driver, vector.carrying(payload), payload));
    }
  }

  @TestFactory
  @DisplayName("rule 3: a frame cut at any byte yields no value the whole frame did not have")
  final Stream<DynamicTest> rule_3_invents_nothing_from_a_cut_frame() {
    var rule = new Rule(3, "a frame cut at any byte yields no value the whole frame did not have");
    var driver = driver();
    return vectors(rule, driver).stream()
        .filter(DeviceVector::isAccepted)
        .map(
            vector ->
                DynamicTest.dynamicTest(vector.name(), () -> cutAnywhere(rule, driver, vector)));
  }

  private static void cutAnywhere(Rule rule, DeviceDriver driver, DeviceVector vector) {
    var whole = rule.readings(rule.decode(driver, vector.message(), vector));
    Payloads.cuts(vector.message().payload())
        .forEach(
            cut -> {
              for (Reading reading :
                  rule.readings(rule.decode(driver, vector.carrying(cut), cut))) {
                if (whole.stream().noneMatch(known -> saysTheSame(known, reading))) {
                  rule.broken(
                      vector + " cut to " + cut.size() + " bytes: " + cut,
                      "rejected, or values of the whole frame",
                      Expectation.Words.of(new Decoded.Readings(List.of(reading))));
                }
              }
            });
  }

  private static boolean saysTheSame(Reading one, Reading other) {
    return one.device().equals(other.device())
        && one.metric().equals(other.metric())
        && one.value().equals(other.value());
  }

  @Test
  @DisplayName("rule 4: gives the same answer 200 times in parallel")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_4_is_a_pure_function() throws InterruptedException {
    var rule = new Rule(4, "gives the same answer 200 times in parallel");
    var driver = driver();
    var vectors = vectors(rule, driver);
    var first = vectors.stream().map(v -> rule.decode(driver, v.message(), v)).toList();
    Crowd.ask(
        TIMES * vectors.size(),
        i -> {
          DeviceVector vector = vectors.get(i % vectors.size());
          Decoded expected = first.get(i % vectors.size());
          Decoded got = rule.decode(driver, vector.message(), vector);
          if (!got.equals(expected)) {
            rule.broken(vector, Expectation.Words.of(expected), Expectation.Words.of(got));
          }
        });
  }

  @Test
  @DisplayName("rule 5: reports its time for each message (for people; nothing is asserted)")
  final void rule_5_reports_its_time(TestReporter reporter) {
    var rule = new Rule(5, "reports its time for each message");
    var driver = driver();
    for (DeviceVector vector : vectors(rule, driver)) {
      long before = System.nanoTime();
      for (int i = 0; i < TIMES; i++) {
        rule.decode(driver, vector.message(), vector);
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
    var rule = new Rule(7, "its topic filters are valid and match the topic of every vector");
    var driver = driver();
    var filters = driver.info().topicFilters().stream().map(TopicFilter::new).toList();
    for (TopicFilter filter : filters) {
      filter.fault().ifPresent(fault -> rule.broken(filter.text(), "an MQTT filter", fault));
    }
    for (DeviceVector vector : vectors(rule, driver)) {
      String topic = vector.message().origin().topic();
      if (filters.stream().noneMatch(filter -> filter.matches(topic))) {
        rule.broken(vector, "a topic that one of " + filters + " matches", topic);
      }
    }
  }

  @TestFactory
  @DisplayName("rule 8: takes no reading from the payloads of other families")
  final Stream<DynamicTest> rule_8_leaves_the_payloads_of_others() {
    var rule = new Rule(8, "takes no reading from the payloads of other families");
    var driver = driver();
    var own = vectors(rule, driver);
    var accepted =
        own.stream().filter(DeviceVector::isAccepted).map(v -> v.message().payload()).toList();
    return foreign().stream()
        .filter(vector -> !accepted.contains(vector.message().payload()))
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.name(),
                    () -> {
                      DeviceMessage message = own.get(0).carrying(vector.message().payload());
                      Decoded answer = rule.decode(driver, message, vector);
                      if (answer instanceof Decoded.Readings) {
                        rule.broken(vector, "not-mine or rejected", Expectation.Words.of(answer));
                      }
                    }));
  }

  @Test
  @DisplayName("rule 9: its units are UCUM codes (a warning in the report, not a failure)")
  final void rule_9_its_units_are_known(TestReporter reporter) {
    String unknown =
        driver().info().metrics().stream()
            .filter(metric -> !UcumCodes.knows(metric.unit()))
            .map(metric -> metric.key() + " in " + metric.unit())
            .sorted()
            .collect(joining(", "));
    if (!unknown.isEmpty()) {
      reporter.publishEntry(
          Map.of("warning", "rule 9: not among the UCUM codes this kit knows: " + unknown));
    }
  }

  private List<DeviceVector> vectors(Rule rule, DeviceDriver driver) {
    String path = "vectors/" + driver.info().id() + ".vectors";
    return rule.vectors(getClass().getClassLoader(), path);
  }

  private static List<DeviceVector> foreign() {
    var loader = DeviceDriverContract.class.getClassLoader();
    String path = "org/zhili/tck/internal/foreign.vectors";
    return VectorFile.parse(path, Resources.read(loader, path).orElseThrow());
  }
}
