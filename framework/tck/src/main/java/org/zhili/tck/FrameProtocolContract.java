package org.zhili.tck;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.opentest4j.TestAbortedException;
import org.zhili.frame.FrameProtocol;
import org.zhili.tck.internal.Crowd;
import org.zhili.tck.internal.HostileBytes;
import org.zhili.tck.internal.Introduction;
import org.zhili.tck.internal.Resources;
import org.zhili.tck.internal.Rule;
import org.zhili.tck.internal.certificate.JarRule;
import org.zhili.tck.internal.frame.FrameVector;
import org.zhili.tck.internal.frame.FrameVectors;
import org.zhili.tck.internal.frame.ProtocolTrial;

/**
 * Hold a protocol to its rules. A protocol's test extends this class and returns its protocol. Each
 * rule with its reason is in the README of this module.
 *
 * <p>The vectors are read from {@code vectors/<id of the protocol>.frames} on the test class path:
 *
 * <pre>{@code
 * level of a river, answered
 *   line     #R1;2.35;7A
 *   station  R1 1234
 *   answer   line !R1
 *
 * a browser
 *   line     GET / HTTP/1.1
 *   noise
 * }</pre>
 *
 * Bytes are {@code hex}, {@code utf8}, or a {@code line} that ends with CR and LF. A {@code
 * station} is its device, and its password if the frame has one. {@code part} is the name of a
 * message, the number of the part, how many there are, and whether it can be read {@code alone} or
 * {@code together} only. {@code answer} is bytes again; a frame without it is not answered. {@code
 * at} is the time in the town, 2026-01-01T00:00:00Z when nothing is said. Bytes that belong to no
 * frame are {@code noise}.
 */
public abstract class FrameProtocolContract {
  private static final int TIMES = 200;
  private static final long SECONDS = 60;
  private static final List<Integer> PIECES = List.of(1, 2, 7, 100, Integer.MAX_VALUE / 2);

  /** Make the protocol under test; called once for each rule. */
  protected abstract FrameProtocol protocol();

  /** Whether frames carry a checksum, so that a protocol notices a bit that is wrong. */
  protected boolean checksummed() {
    return true;
  }

  @TestFactory
  @DisplayName("rule 1: finds the frames of its vectors, some answered, and none in noise")
  final Stream<DynamicTest> rule_1_finds_its_frames(TestReporter reporter) {
    var trial = trial(1, "finds the frames of its vectors, some answered, and none in noise");
    var protocol = trial.protocol();
    String inputs = trial.vectors().size() + " vectors";
    Introduction.of(reporter, protocol.info().id(), protocol, inputs);
    if (trial.frames().size() == trial.vectors().size()) {
      trial.rule().broken("all vectors", "at least one that is noise", "none");
    }
    if (trial.frames().stream().noneMatch(v -> v.frame().orElseThrow().answer().isPresent())) {
      trial.rule().broken("all vectors", "at least one that is answered", "none");
    }
    return trial.vectors().stream()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> trial.finds(vector)));
  }

  @TestFactory
  @DisplayName("rule 2: waits for the rest of a frame that is cut at any byte")
  final Stream<DynamicTest> rule_2_waits_for_the_rest() {
    var trial = trial(2, "waits for the rest of a frame that is cut at any byte");
    return trial.frames().stream()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> trial.waits(vector)));
  }

  @Test
  @DisplayName("rule 3: finds every frame of a stream, however it is cut, after noise, too")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_3_finds_every_frame_of_a_stream() {
    var trial = trial(3, "finds every frame of a stream, however it is cut, after noise, too");
    for (int piece : PIECES) {
      trial.findsAll(Optional.empty(), piece);
      trial.vectors().stream()
          .filter(vector -> vector.frame().isEmpty())
          .forEach(noise -> trial.findsAll(Optional.of(noise), piece));
    }
  }

  @Test
  @DisplayName("rule 4: waits for no more than its longest frame")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_4_keeps_to_its_longest_frame() {
    var trial = trial(4, "waits for no more than its longest frame");
    trial.frames().forEach(trial::endsSometime);
  }

  @Test
  @DisplayName("rule 5: answers 10,000 wrong byte strings without throwing, and never null")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_5_answers_anything() {
    var trial = trial(5, "answers 10,000 wrong byte strings without throwing, and never null");
    FrameVector like = trial.frames().get(0);
    new HostileBytes(trial.frames().stream().map(FrameVector::bytes).toList())
        .stream()
            .map(HostileBytes.Made::bytes)
            .filter(bytes -> bytes.size() > 0)
            .forEach(bytes -> trial.read(bytes, bytes.size(), like, bytes.hex()));
  }

  @TestFactory
  @DisplayName("rule 6: a frame with any bit flipped is no part, and is not answered")
  final Stream<DynamicTest> rule_6_checks_its_checksum() {
    if (!checksummed()) {
      throw new TestAbortedException("rule 6: its frames carry no checksum");
    }
    var trial = trial(6, "a frame with any bit flipped is no part, and is not answered");
    return trial.frames().stream()
        .filter(FrameVector::isSound)
        .map(
            vector ->
                DynamicTest.dynamicTest(vector.name(), () -> trial.leavesDamageUnanswered(vector)));
  }

  @Test
  @DisplayName("rule 7: gives the same answer 200 times in parallel, whatever follows the frame")
  @Timeout(value = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  final void rule_7_is_a_pure_function() throws InterruptedException {
    var trial = trial(7, "gives the same answer 200 times in parallel, whatever follows the frame");
    int all = trial.vectors().size();
    Crowd.ask(
        TIMES * trial.frames().size(),
        i ->
            trial.isTheSame(
                trial.frames().get(i % trial.frames().size()), trial.vectors().get(i % all)));
  }

  @Test
  @DisplayName("rule 8: is found by ServiceLoader")
  final void rule_8_is_found_by_service_loader() {
    var rule = new Rule(8, "is found by ServiceLoader");
    String wanted = protocol().getClass().getName();
    List<String> found =
        ServiceLoader.load(FrameProtocol.class, getClass().getClassLoader()).stream()
            .map(provider -> provider.type().getName())
            .toList();
    if (!found.contains(wanted)) {
      rule.broken("META-INF/services/" + FrameProtocol.class.getName(), wanted, found);
    }
  }

  @TestFactory
  @DisplayName(JarRule.NAME)
  final Stream<DynamicTest> rule_10_its_jar_can_be_dropped_into_any_town() {
    return JarRule.demands();
  }

  private ProtocolTrial trial(int number, String text) {
    var rule = new Rule(number, text);
    var protocol = protocol();
    String path = "vectors/" + protocol.info().id() + ".frames";
    String file = Resources.read(getClass().getClassLoader(), path).orElse("");
    List<FrameVector> vectors = List.of();
    try {
      vectors = FrameVectors.parse(path, file);
    } catch (IllegalArgumentException e) {
      rule.broken(path, "vectors in the form of the contract", String.valueOf(e.getMessage()));
    }
    if (vectors.stream().noneMatch(vector -> vector.frame().isPresent())) {
      rule.broken(path, "a file with frames on the test class path", "none");
    }
    return new ProtocolTrial(rule, protocol, vectors);
  }
}
