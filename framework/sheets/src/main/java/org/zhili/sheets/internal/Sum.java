package org.zhili.sheets.internal;

import org.zhili.sheets.Unreadable;

/** How many texts were read so far, and how long they are together. */
final class Sum {
  private static final int MOST_TEXTS = 2_000_000;

  /** A text that is named by many cells counts for each, since each writes it when it goes back. */
  private static final int MOST_SIGNS = 20_000_000;

  private int texts;
  private long signs;

  /** The same text, if it is not too much. */
  String bounded(String text) throws Unreadable {
    texts++;
    signs += text.length();
    if (texts > MOST_TEXTS || signs > MOST_SIGNS) {
      throw new Unreadable(Unreadable.Reason.BOMB);
    }
    return text;
  }
}
