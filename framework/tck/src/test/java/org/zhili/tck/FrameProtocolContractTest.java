package org.zhili.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.tck.Outcome.aborted;
import static org.zhili.tck.Outcome.failures;
import static org.zhili.tck.Outcome.run;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameProtocolContractTest {
  private static final String NO_JAR =
      "rule 10: there is no jar yet; it is looked into by mvn verify";

  @Test
  void a_protocol_without_fault_passes_every_rule() {
    var results = run(WrongProtocols.Faultless.class);

    assertThat(failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isGreaterThan(12);
    assertThat(aborted(results)).containsExactly(NO_JAR);
  }

  @Test
  void frames_without_a_checksum_are_not_held_to_one() {
    assertThat(aborted(run(WrongProtocols.Unchecked.class)))
        .containsExactlyInAnyOrder(NO_JAR, "rule 6: its frames carry no checksum");
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("wrong")
  void a_broken_rule_is_red_and_says_why(Class<?> contract, int rule, List<String> words) {
    Outcome.assertBroken(contract, rule, words);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            WrongProtocols.Fileless.class, 1, List.of("vectors/test-fileless.frames", "none")),
        Arguments.of(
            WrongProtocols.Silent.class,
            1,
            List.of("a level that is answered (vectors/test-gauge.frames:3)")),
        Arguments.of(WrongProtocols.Hasty.class, 2, List.of("cut to 1 bytes", "Noise")),
        Arguments.of(
            WrongProtocols.Wasteful.class,
            3,
            List.of("in pieces of 7 bytes", "a modem that talks", "bytes of gauge-1")),
        Arguments.of(WrongProtocols.Endless.class, 4, List.of("an end after 106 bytes")),
        Arguments.of(WrongProtocols.Throwing.class, 5, List.of("NumberFormatException")),
        Arguments.of(WrongProtocols.Boastful.class, 5, List.of("at most", "Noise")),
        Arguments.of(
            WrongProtocols.Trusting.class,
            6,
            List.of("with bit 0 of byte 3 flipped", "the checksum fails")),
        Arguments.of(WrongProtocols.Remembering.class, 7, List.of("followed by", "Begun")),
        Arguments.of(WrongProtocols.Unlisted.class, 8, List.of("META-INF/services")));
  }
}
