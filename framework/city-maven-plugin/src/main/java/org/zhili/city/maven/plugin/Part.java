package org.zhili.city.maven.plugin;

import java.util.List;

/**
 * Something a town can be made of: a Karaf feature.
 *
 * @param name such as {@code zhili-driver-hj212}
 * @param needs the names of other parts that come along
 */
record Part(String name, List<String> needs) {
  Part {
    needs = List.copyOf(needs);
  }

  boolean isOurs() {
    return name.startsWith("zhili-");
  }

  /** Whether it makes sense of messages, which somebody must bring. */
  boolean readsMessages() {
    return name.startsWith("zhili-driver-") || name.startsWith("zhili-envelope-");
  }
}
