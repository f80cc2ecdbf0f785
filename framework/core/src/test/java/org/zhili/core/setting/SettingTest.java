package org.zhili.core.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.core.setting.Setting.Choice;
import org.zhili.core.setting.Setting.Kind;
import org.zhili.text.Language;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class SettingTest {
  private static Setting of(Kind kind, String least, String most, String... choices) {
    return new Setting(
        "key",
        Wording.same("key"),
        Optional.empty(),
        kind,
        false,
        Optional.ofNullable(least.isEmpty() ? null : new BigDecimal(least)),
        Optional.ofNullable(most.isEmpty() ? null : new BigDecimal(most)),
        List.of(choices).stream().map(c -> new Choice(c, Wording.same(c))).toList(),
        "",
        "$[env:KEY]",
        true,
        false);
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, 1, 10, 1",
    "WHOLE, 1, 10, 10",
    "WHOLE, '', '', -3",
    "WHOLE, 1, 10, $[env:KEY]",
    "DECIMAL, 0, '', 0.5",
    "SWITCH, '', '', false",
    "TEXT, '', '', ''",
    "SECRET, '', '', $[secret:password]"
  })
  void what_fits_is_taken(Kind kind, String least, String most, String value) {
    assertThat(of(kind, least, most).fault(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, 1, 10, 0, Write a number from 1 to 10.",
    "WHOLE, 1, 10, 11, Write a number from 1 to 10.",
    "WHOLE, 1, '', 0, Write 1 or more.",
    "WHOLE, '', 10, 11, Write 10 or less.",
    "WHOLE, 1, 10, many, Write a whole number.",
    "WHOLE, 1, 10, 1.5, Write a whole number.",
    "WHOLE, 1, 10, 1111111111111111111111, Write a whole number.",
    "DECIMAL, 0, '', 1e400, Write a number such as 0.5.",
    "SWITCH, '', '', yes, Write true or false.",
    "TEXT, '', '', ftp://me:***@host, '\"***\" stands for what is not shown; write the value out in full.'",
    "SECRET, '', '', '', 'A secret cannot be empty; to have none, go back to the usual value.'",
    "TEXT, '', '', ${karaf.etc}, 'A value cannot contain \"${\" or \"$[\"; write such a reference into the file itself.'",
    "TEXT, '', '', $[secret:other], 'A value cannot contain \"${\" or \"$[\"; write such a reference into the file itself.'"
  })
  void what_does_not_fit_is_told(
      Kind kind, String least, String most, String value, String sentence) {
    assertThat(of(kind, least, most).fault(value).map(Wording::en)).contains(sentence);
  }

  @Test
  void only_what_can_be_chosen_is_taken() {
    Setting setting = of(Kind.TEXT, "", "", "warn", "off");
    assertThat(setting.fault("warn")).isEmpty();
    assertThat(setting.fault("enforce"))
        .contains(new Wording("请选择其中之一：warn, off。", "Choose one of: warn, off."));
  }

  @Test
  void what_is_not_there_is_refused() {
    SettingGroup group =
        new SettingGroup("part", Wording.same("part"), Optional.empty(), "1", List.of());
    assertThat(group.fault(new SettingsBook.Change("key", Optional.empty())))
        .map(fault -> fault.why().en())
        .contains("There is no such setting; read the list again.");
  }

  @Test
  void both_languages_have_the_same_sentences() {
    Words words = Words.beside(Setting.class);
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN)).hasSize(12);
  }
}
