package org.zhili.core.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhili.text.Language;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class TermTest {
  @Test
  void the_towns_own_are_there_in_both_languages() {
    assertThat(Term.own().keys(Language.ZH))
        .isEqualTo(Term.own().keys(Language.EN))
        .allMatch(key -> key.matches("term\\.[a-z][a-z0-9_.-]*"))
        .hasSizeGreaterThan(80);
  }

  @Test
  void a_code_without_a_name_is_shown_as_it_is() {
    assertThat(Term.name(Term.own(), "fire")).isEqualTo(new Wording("起火", "Fire"));
    assertThat(Term.name(Term.own(), "of.nobody")).isEqualTo(Wording.same("of.nobody"));
  }

  @Test
  void a_city_puts_its_own_in_place_of_others_and_what_is_half_known_is_left_out() {
    Words citys =
        Words.of(
            Map.of(
                Language.ZH, Map.of("term.trash_bin", "果皮箱", "term.half", "一半", "other", "别的"),
                Language.EN, Map.of("term.trash_bin", "Litter bin", "other", "Other")));

    assertThat(Term.of(Term.own().plus(citys)))
        .contains(new Term("trash_bin", new Wording("果皮箱", "Litter bin")))
        .contains(new Term("tilted", new Wording("倾斜", "Tilted")))
        .noneMatch(term -> term.code().equals("half") || term.code().equals("other"));
  }
}
