package org.zhili.core.plugin;

/** What is said of an error a plug-in threw. */
final class Errors {
  private static final int LONGEST = 500;

  private Errors() {}

  /** Its own words, cut short; its class, when it cannot even say them. */
  static String describe(Throwable error) {
    String words;
    try {
      words = String.valueOf(error);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      words = error.getClass().getName();
    }
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }
}
