package org.zhili.core.ingest;

/** An MQTT topic filter, with {@code +} for one level and a last {@code #} for all the rest. */
record TopicFilter(String filter) {
  boolean matches(String topic) {
    if (topic.startsWith("$") && !filter.startsWith("$")) {
      return false;
    }
    int f = 0;
    int t = 0;
    while (f < filter.length()) {
      char c = filter.charAt(f);
      if (c == '#') {
        return true;
      }
      if (c == '+') {
        while (t < topic.length() && topic.charAt(t) != '/') {
          t++;
        }
        f++;
      } else if (t < topic.length() && topic.charAt(t) == c) {
        f++;
        t++;
      } else {
        // "a/#" also matches its parent "a"
        return t == topic.length() && filter.startsWith("/#", f);
      }
    }
    return t == topic.length();
  }
}
