package org.zhili.resources.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.sheets.Entry;
import org.zhili.sheets.Unreadable;
import org.zhili.text.Language;
import org.zhili.text.Wording;

class DefectsTest {
  private static Field field(Field.Kind kind) {
    return new Field("x", Wording.same("X"), Wording.same("x"), kind, Field.Need.OPTIONAL);
  }

  private static String read(Field.Kind kind, Entry entry) {
    List<Flaw> flaws = new ArrayList<>();
    return Reading.text(7, field(kind), entry, flaws)
        .orElseGet(() -> flaws.get(0).code() + " " + flaws.get(0).row());
  }

  @Test
  void both_languages_have_the_same_words() {
    assertThat(Defects.WORDS.keys(Language.ZH))
        .isEqualTo(Defects.WORDS.keys(Language.EN))
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @EnumSource(Unreadable.Reason.class)
  void every_reason_that_has_no_code_of_its_own_has_a_sentence(Unreadable.Reason reason) {
    boolean own = reason.name().startsWith("TOO_MANY") || reason == Unreadable.Reason.BOMB;
    assertThat(
            Defects.WORDS.knows(
                "imports.unreadable." + reason.name().toLowerCase(java.util.Locale.ROOT)))
        .isNotEqualTo(own);
  }

  @ParameterizedTest
  @EnumSource(Entry.Fault.class)
  void what_cannot_be_taken_is_told_with_its_row(Entry.Fault fault) {
    assertThat(read(Field.Kind.TEXT, new Entry.Bad(fault, "=A1"))).matches("ZL-31\\d\\d 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CODE| '\u3000 Ａ-０７\u00A0'| A-07",
        "CODE| '\uFEFF007\u200B'| 007",
        "CODES| ' a \n\nb'| 'a\nb'",
        "TEXT| ' 中山路 '| ' 中山路 '",
        "TEXT| ＡＢ| ＡＢ",
        "TEXT| ' '| ''",
        "NUMBER| ' ３０．５ '| 30.5",
        "NUMBER| -104.1| -104.1",
        "NUMBER| 1e5| ZL-3194 7",
        "NUMBER| 三十| ZL-3194 7"
      })
  void blanks_and_wide_letters_are_tidied_in_codes_and_numbers_alone(
      Field.Kind kind, String typed, String taken) {
    assertThat(read(kind, new Entry.Text(typed))).isEqualTo(taken);
  }
}
