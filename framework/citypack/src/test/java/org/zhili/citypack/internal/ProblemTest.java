package org.zhili.citypack.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.citypack.Fault;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class ProblemTest {
  private static final Words WORDS = Words.beside(Fault.class);

  @Test
  void every_problem_has_words_and_every_word_a_problem() {
    Set<String> keys =
        Arrays.stream(Problem.values()).map(Problem::key).collect(Collectors.toSet());
    assertThat(WORDS.keys(Language.ZH)).isEqualTo(keys);
    assertThat(WORDS.keys(Language.EN)).isEqualTo(keys);
  }

  @Test
  void every_problem_has_a_code_of_its_own() {
    assertThat(Arrays.stream(Problem.values()).map(Problem::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("ZL-12\\d\\d"));
  }

  @ParameterizedTest
  @EnumSource
  void both_languages_say_the_same_things_in_one_sentence(Problem problem) {
    Wording words = WORDS.render(Text.of(problem.key(), "<0>", "<1>", "<2>"));
    assertThat(arguments(words.zh())).isEqualTo(arguments(words.en()));
    assertThat(words.zh()).endsWith("。").containsAnyOf("请", "可用");
    assertThat(words.en()).matches("[A-Z“][^\\n]*[;,] [^\\n]*\\.").doesNotContain("{", "''");
  }

  private static Set<String> arguments(String words) {
    return Pattern.compile("<\\d>")
        .matcher(words)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
