package org.zhili.tck.internal;

import java.util.Map;
import org.junit.jupiter.api.TestReporter;

/** Tells the certificate whom a contract is for, by the report of its first rule. */
public final class Introduction {
  public static final String PLUGIN = "plugin";
  public static final String CLASS = "class";
  public static final String INPUTS = "inputs";
  public static final String WARNING = "warning";

  private Introduction() {}

  /**
   * Introduce a plug-in.
   *
   * @param inputs what it is asked, such as {@code 15 vectors}
   */
  public static void of(TestReporter reporter, String id, Object plugin, String inputs) {
    reporter.publishEntry(Map.of(PLUGIN, id, CLASS, plugin.getClass().getName(), INPUTS, inputs));
  }
}
