package org.zhili.core.plugin;

import java.util.Locale;

/** A small SPI for tests; as a lambda it may be as good or as evil as the test needs. */
@FunctionalInterface
interface Oracle {
  String say(String word);

  /** One that answers the word in capitals. */
  static Oracle good() {
    return word -> word.toUpperCase(Locale.ROOT);
  }
}
