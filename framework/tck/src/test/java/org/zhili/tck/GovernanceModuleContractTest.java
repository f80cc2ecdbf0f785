package org.zhili.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GovernanceModuleContractTest {
  @Test
  void a_module_without_fault_passes_every_rule() {
    var results = Outcome.run(WrongModules.Faultless.class);

    assertThat(Outcome.failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(8);
  }

  @Test
  void rules_about_what_a_module_does_not_bring_are_skipped_with_the_reason() {
    var results = Outcome.run(WrongModules.Empty.class);

    assertThat(Outcome.failures(results)).isEmpty();
    assertThat(Outcome.aborted(results))
        .contains(
            "rule 5: it has no alarm rules",
            "rule 6: it has no alarm rules",
            "rule 7: it has no jobs",
            "rule 8: it has no pages");
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("wrong")
  void a_broken_rule_is_red_and_says_why(Class<?> contract, int rule, List<String> words) {
    Outcome.assertBroken(contract, rule, words);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongModules.Restless.class, 1, List.of("contributions()")),
        Arguments.of(WrongModules.Unprefixed.class, 2, List.of("an id like test.name", "hot")),
        Arguments.of(WrongModules.Doubling.class, 2, List.of("test.quiet twice")),
        Arguments.of(WrongModules.NeverClosed.class, 3, List.of("shown as CLOSED", "FEEDBACK")),
        Arguments.of(WrongModules.Lost.class, 3, List.of("test.heat@1", "none to [checked]")),
        Arguments.of(WrongModules.Dangling.class, 3, List.of("hot, respond", "mended")),
        Arguments.of(
            WrongModules.Speechless.class,
            4,
            List.of("test.english-only in messages_zh_CN.properties")),
        Arguments.of(WrongModules.Throwing.class, 5, List.of("test.hot shown", "NoSuchElement")),
        Arguments.of(WrongModules.Trusting.class, 5, List.of("{greenhouse.hot=}", "NumberFormat")),
        Arguments.of(WrongModules.Mumbling.class, 5, List.of("the key test.no-such-words")),
        Arguments.of(WrongModules.Remembering.class, 6, List.of("NotApplicable[]")),
        Arguments.of(WrongModules.Endless.class, 7, List.of("test.air", "it goes on")),
        Arguments.of(WrongModules.Complaining.class, 7, List.of("the window is stuck")),
        Arguments.of(
            WrongModules.Scriptless.class, 8, List.of("page test", "a file pages/forgotten.js")));
  }
}
