package org.zhili.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;
import org.zhili.id.NetworkId;
import org.zhili.tck.internal.Introduction;
import org.zhili.tck.internal.Resources;
import org.zhili.tck.internal.Rule;
import org.zhili.tck.internal.TopicFilter;
import org.zhili.tck.internal.envelope.EnvelopeVector;
import org.zhili.tck.internal.envelope.EnvelopeVectors;

/**
 * Hold an envelope to its rules. An envelope's test extends this class and returns its envelope.
 *
 * <p>The vectors are read from {@code vectors/<id of the envelope>.vectors} on the test class path:
 *
 * <pre>{@code
 * uplink of an EM400-UDL
 *   topic     application/1/device/24e124136b502217/event/up
 *   utf8      {"deviceInfo":{"devEui":"24e124136b502217"},"fPort":85,"data":"AXVc"}
 *   enclosed  24e124136b502217 85 - hex 01755c
 * }</pre>
 *
 * An {@code enclosed} message is its sender, its port and its time (a dash when there is none) and
 * its bytes as {@code hex} or {@code utf8}; instead of it a vector may end in {@code nothing},
 * {@code rejected} with the reason, or {@code not-mine}.
 */
public abstract class PayloadEnvelopeContract {
  private static final int RANDOM = 1000;
  private static final long SEED = 20_260_101;
  private static final long SECONDS = 60;

  /** Make the envelope under test; called once for each rule. */
  protected abstract PayloadEnvelope envelope();

  @TestFactory
  @DisplayName("rule 1: opens its vectors, some with contents and some rejected")
  final Stream<DynamicTest> rule_1_opens_its_vectors(TestReporter reporter) {
    var rule = new Rule(1, "opens its vectors, some with contents and some rejected");
    var envelope = envelope();
    var vectors = vectors(rule, envelope);
    Introduction.of(reporter, envelope.info().id(), envelope, vectors.size() + " vectors");
    if (vectors.stream().allMatch(vector -> vector.enclosed().isEmpty())
        || vectors.stream().noneMatch(v -> v.expected() instanceof Opened.Rejected)) {
      rule.broken("all vectors", "one that is opened and one that is rejected", "not both");
    }
    return vectors.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.name(),
                    () -> {
                      Opened answer = open(rule, envelope, vector.message(), vector);
                      if (!answer.equals(vector.expected())) {
                        rule.broken(vector, vector.expected(), answer);
                      }
                    }));
  }

  @Test
  @DisplayName("rule 2: answers anything, and invents nothing from a message that is cut")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_2_answers_anything() {
    var rule = new Rule(2, "answers anything, and invents nothing from a message that is cut");
    var envelope = envelope();
    var random = new Random(SEED);
    for (EnvelopeVector vector : vectors(rule, envelope)) {
      Payload whole = vector.message().payload();
      for (int size = 0; size < whole.size(); size++) {
        WrappedMessage cut = vector.carrying(whole.slice(0, size));
        for (EnclosedMessage found : contents(open(rule, envelope, cut, vector))) {
          if (!vector.enclosed().contains(found)) {
            rule.broken(vector + " cut to " + size + " bytes", vector.expected(), found);
          }
        }
      }
      for (int i = 0; i < RANDOM; i++) {
        byte[] bytes = whole.toBytes();
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        open(rule, envelope, vector.carrying(Payload.of(bytes)), Payload.of(bytes));
      }
    }
  }

  @Test
  @DisplayName("rule 3: gives the same answer again, on many threads")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_3_is_a_pure_function() {
    var rule = new Rule(3, "gives the same answer again, on many threads");
    var envelope = envelope();
    for (EnvelopeVector vector : vectors(rule, envelope)) {
      Opened first = open(rule, envelope, vector.message(), vector);
      IntStream.range(0, 200)
          .parallel()
          .mapToObj(i -> open(rule, envelope, vector.message(), vector))
          .filter(answer -> !answer.equals(first))
          .findAny()
          .ifPresent(answer -> rule.broken(vector, first, answer));
    }
  }

  @Test
  @DisplayName("rule 4: is found by ServiceLoader")
  final void rule_4_is_found_by_service_loader() {
    var rule = new Rule(4, "is found by ServiceLoader");
    String wanted = envelope().getClass().getName();
    List<String> found =
        ServiceLoader.load(PayloadEnvelope.class, getClass().getClassLoader()).stream()
            .map(provider -> provider.type().getName())
            .toList();
    if (!found.contains(wanted)) {
      rule.broken("META-INF/services/" + PayloadEnvelope.class.getName(), wanted, found);
    }
  }

  @Test
  @DisplayName("rule 5: its topic filters are valid, match every vector, and no device's own topic")
  final void rule_5_its_topics_fit() {
    var rule = new Rule(5, "its topic filters are valid, match every vector, and no own topic");
    var envelope = envelope();
    var filters = envelope.info().topicFilters().stream().map(TopicFilter::new).toList();
    for (TopicFilter filter : filters) {
      filter.fault().ifPresent(fault -> rule.broken(filter.text(), "an MQTT filter", fault));
      if (filter.matches("zhili/v1/demo/MC-001/up")) {
        rule.broken(filter.text(), "a filter that leaves zhili/v1/… alone", "one that does not");
      }
    }
    for (EnvelopeVector vector : vectors(rule, envelope)) {
      String topic = vector.message().topic();
      if (filters.stream().noneMatch(filter -> filter.matches(topic))) {
        rule.broken(vector, "a topic that one of " + filters + " matches", topic);
      }
    }
  }

  @Test
  @DisplayName("rule 6: names only devices that the topic names, in a form the town knows")
  final void rule_6_believes_the_topic() {
    var rule = new Rule(6, "names only devices that the topic names, in a form the town knows");
    var envelope = envelope();
    for (EnvelopeVector vector : vectors(rule, envelope)) {
      for (String topic : otherTopics(envelope, vector.message().topic())) {
        for (EnclosedMessage found : contents(open(rule, envelope, vector.on(topic), vector))) {
          if (vector.enclosed().stream().anyMatch(own -> own.sender().equals(found.sender()))) {
            rule.broken(vector + " on " + topic, "nothing of " + found.sender(), found);
          }
        }
      }
      for (EnclosedMessage found : vector.enclosed()) {
        String name = envelope.info().id() + ":" + found.sender();
        if (!NetworkId.isWellFormed(name)) {
          rule.broken(vector, "a network id", name);
        }
      }
    }
  }

  /** The same topic with something else wherever a filter leaves it open. */
  private static List<String> otherTopics(PayloadEnvelope envelope, String topic) {
    List<String> others = new ArrayList<>();
    for (String filter : envelope.info().topicFilters()) {
      String[] open = filter.split("/", -1);
      String[] levels = topic.split("/", -1);
      if (open.length == levels.length) {
        for (int i = 0; i < open.length; i++) {
          levels[i] = open[i].equals("+") ? "0123456789abcdef" : levels[i];
        }
        others.add(String.join("/", levels));
      }
    }
    return others;
  }

  private static List<EnclosedMessage> contents(Opened answer) {
    return answer instanceof Opened.Contents contents ? contents.messages() : List.of();
  }

  private static Opened open(
      Rule rule, PayloadEnvelope envelope, WrappedMessage message, Object vector) {
    Opened answer = null;
    try {
      answer = envelope.open(message);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      rule.broken(vector, "an answer; bad bytes are Rejected, never an exception", e);
    }
    if (answer == null) {
      rule.broken(vector, "an answer", "null");
    }
    return Objects.requireNonNull(answer);
  }

  private List<EnvelopeVector> vectors(Rule rule, PayloadEnvelope envelope) {
    String path = "vectors/" + envelope.info().id() + ".vectors";
    String text = Resources.read(getClass().getClassLoader(), path).orElse("");
    List<EnvelopeVector> vectors = List.of();
    try {
      vectors = EnvelopeVectors.parse(path, text);
    } catch (IllegalArgumentException e) {
      rule.broken(path, "vectors in the form of this class's description", String.valueOf(e));
    }
    if (vectors.isEmpty()) {
      rule.broken(path, "a file with vectors on the test class path", "none");
    }
    return vectors;
  }
}
