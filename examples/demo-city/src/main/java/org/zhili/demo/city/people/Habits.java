package org.zhili.demo.city.people;

import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** What all people of the city have: a diary, a pace, a language, and somebody who counts. */
record Habits(Diary diary, Pace pace, Words words, Language language, Doings doings) {
  /** Say something in the language of the city. */
  String say(Text text) {
    return words.render(text, language);
  }
}
