package org.zhili.demo.city;

import java.io.PrintStream;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** What is shown to who watches, in their language. Thread-safe. */
final class Screen {
  private static final int WIDTH = 150;

  private final PrintStream out;
  private final Words words;
  private final Language language;
  private final boolean overwrites;
  private int live;
  private boolean isStill;

  /**
   * Set up.
   *
   * @param overwrites whether the live line can be written over itself, as on a terminal
   */
  Screen(PrintStream out, Words words, Language language, boolean overwrites) {
    this.out = out;
    this.words = words;
    this.language = language;
    this.overwrites = overwrites;
  }

  Language language() {
    return language;
  }

  Words words() {
    return words;
  }

  /** Show a line that stays. */
  synchronized void say(String key, String... arguments) {
    String line = word(key, arguments);
    out.println(live == 0 ? line : "\r" + line + " ".repeat(Math.max(0, live - line.length())));
    live = 0;
  }

  /** Show the line that tells how things are now. */
  synchronized void live(String key, String... arguments) {
    if (isStill) {
      return;
    }
    String line = word(key, arguments);
    if (!overwrites) {
      out.println(line);
      return;
    }
    out.print("\r" + line + " ".repeat(Math.max(0, live - line.length())));
    out.flush();
    live = Math.min(WIDTH, line.length() * 2);
  }

  /** Show how things are no more. */
  synchronized void still() {
    isStill = true;
  }

  boolean overwrites() {
    return overwrites;
  }

  String word(String key, String... arguments) {
    return words.render(Text.of(key, arguments), language);
  }
}
