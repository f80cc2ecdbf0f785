package org.zhili.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words words = Words.beside(WordsTest.class);

  @Test
  void a_text_is_rendered_in_both_languages() {
    assertThat(words.render(Text.of("test.tilted", "12.5")))
        .isEqualTo(new Wording("井盖倾斜 12.5 度", "The cover is tilted by 12.5 degrees"));
  }

  @Test
  void a_key_without_words_is_shown_as_it_is() {
    assertThat(words.render(Text.of("test.unknown", "a"), Language.EN))
        .isEqualTo("test.unknown [a]");
  }

  @Test
  void a_class_without_message_files_has_no_words() {
    assertThat(Words.beside(String.class).keys(Language.ZH)).isEmpty();
  }

  @Test
  void later_words_win_over_earlier_ones() {
    assertThat(Words.none().plus(words).knows("test.tilted")).isTrue();
  }
}
