package org.zhili.city.maven.plugin;

import java.util.Locale;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** What can be wrong with a choice; the words lie in the message files beside this. */
enum Objection {
  UNKNOWN_PART(1350),
  NO_TOWN(1351),
  NOBODY_BRINGS(1352),
  NO_BROKER(1353),
  NOBODY_LISTENS(1354),
  NO_PACK(1355),
  STRATEGY_ABSENT(1357),
  MODEL_ABSENT(1358),
  DRIVER_ABSENT(1359);

  private static final Words WORDS = Words.beside(Objection.class);

  private final int number;

  Objection(int number) {
    this.number = number;
  }

  /** The code, and one sentence that names cause and remedy. */
  Wording because(String... arguments) {
    String key = "city." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    Wording words = WORDS.render(Text.of(key, arguments));
    return new Wording(code() + " " + words.zh(), code() + " " + words.en());
  }

  private String code() {
    return "ZL-" + number;
  }
}
