package org.zhili.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringModelContractTest {
  @Test
  void a_model_without_fault_passes_every_rule() {
    var results = Outcome.run(WrongModels.Faultless.class);

    assertThat(Outcome.failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(8);
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("wrong")
  void a_broken_rule_is_red_and_says_why(Class<?> contract, int rule, List<String> words) {
    Outcome.assertBroken(contract, rule, words);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongModels.Throwing.class, 1, List.of("subject-", "NoSuchElement")),
        Arguments.of(WrongModels.Generous.class, 2, List.of("without cases", "ungraded")),
        Arguments.of(WrongModels.Miscounting.class, 3, List.of("a total of ")),
        Arguments.of(WrongModels.Overflowing.class, 3, List.of("at most 100 points", "110")),
        Arguments.of(WrongModels.FirstCounts.class, 4, List.of("shuffled", "Graded[")),
        Arguments.of(WrongModels.Impatient.class, 5, List.of("as without the pause", "PT120H")),
        Arguments.of(WrongModels.Inventive.class, 6, List.of("00000000-0000-0000")),
        Arguments.of(WrongModels.Boasting.class, 6, List.of("a sample of at most")),
        Arguments.of(WrongModels.Speechless.class, 7, List.of("the key test.no-such-words")),
        Arguments.of(WrongModels.Remembering.class, 8, List.of("Graded[")));
  }
}
