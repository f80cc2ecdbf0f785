package org.zhili.core.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.text.Language;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class ShelfWordsTest {
  @Test
  void both_languages_say_the_same_things() {
    Words words = Words.beside(ShelfWords.class);
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN)).isNotEmpty();
  }

  @Test
  void an_argument_speaks_the_language_of_its_sentence() {
    Wording said = ShelfWords.tell("brings", List.of(ShelfWords.say("kind.DeviceDriver", "bin")));
    assertThat(said.zh()).contains("它带来驱动 bin");
    assertThat(said.en()).contains("It brings driver bin");
  }
}
