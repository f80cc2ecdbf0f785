package org.zhili.benchmarks;

import java.util.Locale;

/** What was measured, one line of JSON each on the console. */
final class Figures {
  private Figures() {}

  /**
   * Print a line.
   *
   * @param measured what it is about
   * @param fields further fields, as a format for the values
   */
  static void print(String measured, String fields, Object... values) {
    System.out.println(
        "{\"measured\":\"" + measured + "\"," + String.format(Locale.ROOT, fields, values) + "}");
  }
}
