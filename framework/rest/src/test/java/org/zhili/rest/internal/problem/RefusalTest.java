package org.zhili.rest.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.text.Language;

class RefusalTest {
  @ParameterizedTest
  @EnumSource
  void every_refusal_has_a_sentence_in_both_languages(Refusal refusal) {
    Problem problem = refusal.problem("1", "2");
    assertThat(problem.messages().zh()).doesNotStartWith("rest.").doesNotContain("{").endsWith("。");
    assertThat(problem.messages().en()).doesNotStartWith("rest.").doesNotContain("{").endsWith(".");
    assertThat(problem.toldIn(Language.EN, Optional.of("/x")).detail())
        .isEqualTo(problem.messages().en());
  }

  @Test
  void every_refusal_has_a_code_of_its_own() {
    assertThat(Arrays.stream(Refusal.values()).map(Refusal::code)).doesNotHaveDuplicates();
  }

  @Test
  void every_status_has_a_refusal() {
    assertThat(IntStream.range(400, 600).mapToObj(Refusal::of)).doesNotContainNull();
    assertThat(Refusal.of(404)).isEqualTo(Refusal.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                         ZH",
    "zh-CN,                      ZH",
    "en,                         EN",
    "'en-GB,en;q=0.9,zh;q=0.8',  EN",
    "'zh-TW,zh;q=0.9,en;q=0.8',  ZH",
    "'zh;q=0.1,en;q=0.9',        EN",
    "'en;q=0,zh',                ZH",
    "'fr-FR,fr;q=0.9',           ZH",
    "'fr,en;q=0.5',              EN",
    "*,                          ZH",
    "';;;=,',                    ZH",
  })
  void a_caller_is_told_in_its_language(String header, Language language) {
    assertThat(CallerLanguage.of(header)).isEqualTo(language);
    assertThat(CallerLanguage.of(null)).isEqualTo(Language.ZH);
  }
}
