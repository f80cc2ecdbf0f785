package org.zhili.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class PayloadEnvelopeContractTest {
  @Test
  void an_envelope_without_fault_passes_every_rule() {
    assertThat(failures(WrongEnvelopes.Faultless.class)).isEmpty();
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("wrong")
  void a_broken_rule_is_red_and_says_why(Class<?> contract, int rule, String word) {
    assertThat(failures(contract))
        .as("failures of rule %d", rule)
        .anySatisfy(text -> assertThat(text).startsWith("rule " + rule + ": ").contains(word));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongEnvelopes.Trusting.class, 1, "a parcel of somebody else"),
        Arguments.of(WrongEnvelopes.Throwing.class, 2, "three bytes"),
        Arguments.of(WrongEnvelopes.Inventive.class, 2, "cut to 8 bytes"),
        Arguments.of(WrongEnvelopes.Remembering.class, 3, "NotMine"),
        Arguments.of(WrongEnvelopes.Unlisted.class, 4, "META-INF/services"),
        Arguments.of(WrongEnvelopes.Greedy.class, 5, "#"),
        Arguments.of(WrongEnvelopes.Credulous.class, 6, "bin-7"));
  }

  private static List<String> failures(Class<?> contract) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(contract))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().map(Throwable::getMessage).orElse(""))
        .toList();
  }
}
