package org.zhili.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DispatchStrategyContractTest {
  @Test
  void a_strategy_without_fault_passes_every_rule() {
    var results = Outcome.run(WrongStrategies.Faultless.class);

    assertThat(Outcome.failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(6);
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("wrong")
  void a_broken_rule_is_red_and_says_why(Class<?> contract, int rule, List<String> words) {
    Outcome.assertBroken(contract, rule, words);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongStrategies.Throwing.class, 1, List.of("NoSuchElement")),
        Arguments.of(WrongStrategies.Silent.class, 1, List.of("null", "returned by [Returned")),
        Arguments.of(WrongStrategies.Bookish.class, 2, List.of("units of [", "Assign[lead=unit-")),
        Arguments.of(WrongStrategies.Doubling.class, 2, List.of("each unit once")),
        Arguments.of(WrongStrategies.Guessing.class, 3, List.of("refer", "somebody")),
        Arguments.of(
            WrongStrategies.EnglishOnly.class,
            4,
            List.of("test.english-only in messages_zh_CN.properties")),
        Arguments.of(WrongStrategies.Gappy.class, 4, List.of("test.gap", "{1}")),
        Arguments.of(WrongStrategies.FirstCome.class, 5, List.of("Assign[lead=unit-")),
        Arguments.of(WrongStrategies.Remembering.class, 6, List.of("test.nobody")));
  }
}
