package org.zhili.ingestion.internal.check;

import org.zhili.text.Text;

/**
 * What a check found.
 *
 * @param what what was tried, what it means, and where it does not hold, the remedy
 */
record Finding(Verdict verdict, Text what) {
  enum Verdict {
    /** As the town needs it. */
    HOLDS,
    /** As the town needs it, as long as the city does what the words say. */
    CONDITION,
    /** Messages may be lost, or come in the wrong order. */
    BROKEN,
    /** Cannot be seen by a client. */
    UNSEEN
  }

  static Finding holds(String key, Object... arguments) {
    return of(Verdict.HOLDS, key, arguments);
  }

  static Finding condition(String key, Object... arguments) {
    return of(Verdict.CONDITION, key, arguments);
  }

  static Finding broken(String key, Object... arguments) {
    return of(Verdict.BROKEN, key, arguments);
  }

  static Finding unseen(String key) {
    return of(Verdict.UNSEEN, key);
  }

  private static Finding of(Verdict verdict, String key, Object... arguments) {
    String[] shown = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = String.valueOf(arguments[i]);
    }
    return new Finding(verdict, Text.of("ingestion.check." + key, shown));
  }
}
