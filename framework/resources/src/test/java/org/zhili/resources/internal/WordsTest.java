package org.zhili.resources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.core.ingest.Alarm;
import org.zhili.resources.problem.Problem;
import org.zhili.text.Language;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class WordsTest {
  private static final Words WORDS = Words.beside(Trouble.class);

  /** Those that end with the words of somebody else. */
  private static final Set<Trouble> TELLING =
      Set.of(
          Trouble.NOT_A_SHEET,
          Trouble.NOT_GRADED,
          Trouble.SHELF_UNCHANGED,
          Trouble.SETTING_REFUSED,
          Trouble.DRAFT_FAULTY);

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(WORDS.keys(Language.ZH)).isEqualTo(WORDS.keys(Language.EN)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void every_trouble_has_a_sentence_in_both_languages_and_a_status_of_its_kind(Trouble trouble) {
    assertThat(WORDS.knows(trouble.text().key())).isTrue();
    Problem problem = trouble.problem("a", "b", "c").problem();
    assertThat(problem.title()).isNotEqualTo("Error");
    assertThat(problem.code()).matches("ZL-\\d{4}");
    assertThat(problem.messages().zh()).endsWith(TELLING.contains(trouble) ? "a" : "。");
  }

  @Test
  void no_two_troubles_share_a_code() {
    assertThat(Arrays.stream(Trouble.values()).map(t -> t.problem().problem().code()))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_state_standing_and_reason_has_a_name() {
    Stream<Wording> names =
        Stream.of(
                Arrays.stream(CaseState.values()).map(Wordings::of),
                Arrays.stream(Standing.values()).map(Wordings::of),
                Arrays.stream(ReviewReason.values()).map(Wordings::of),
                Arrays.stream(Alarm.Disposition.values()).map(Wordings::of))
            .flatMap(all -> all);
    assertThat(names)
        .allSatisfy(name -> assertThat(name.zh()).doesNotContain("resources."))
        .allSatisfy(name -> assertThat(name.en()).doesNotContain("resources.", "''"));
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, ZH", "en-US, EN", "en, EN", "de, ZH", "'de,en', EN", "'zh,en', ZH", "'', ZH"})
  void the_language_is_the_first_the_caller_reads_of_the_two(String wanted, Language told) {
    List<Locale> locales =
        Arrays.stream(wanted.split(",", -1)).map(Locale::forLanguageTag).toList();
    assertThat(ProblemLanguage.language(locales)).isEqualTo(told);
  }
}
