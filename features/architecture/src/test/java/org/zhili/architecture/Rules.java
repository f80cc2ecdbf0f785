package org.zhili.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every rule about classes. A rule's description begins with its key and a colon; the planted
 * violations name the key they are for.
 */
final class Rules {
  private Rules() {}

  static List<ArchRule> of(Layout layout) {
    return Stream.of(
            LayerRules.of(layout),
            EngineRules.of(layout),
            DataRules.of(layout),
            CodeRules.of(layout))
        .flatMap(List::stream)
        .toList();
  }

  /** What stands before the colon, such as {@code D4} or {@code D5 Karaf}. */
  static String key(ArchRule rule) {
    return rule.getDescription().split(":", 2)[0];
  }
}
