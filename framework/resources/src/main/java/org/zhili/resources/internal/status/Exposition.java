package org.zhili.resources.internal.status;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Figures in the text format that Prometheus reads, version 0.0.4. A family is begun, and then has
 * its samples; names are the writer's, values of labels may be anything.
 */
final class Exposition {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder text = new StringBuilder();
  private String name = "";

  /** What sort of figures a family has. */
  enum Sort {
    COUNTER,
    GAUGE,
    SUMMARY
  }

  void family(String family, Sort sort, String help) {
    name = family;
    text.append("# HELP ").append(family).append(' ').append(escaped(help)).append('\n');
    text.append("# TYPE ").append(family).append(' ').append(sort.name().toLowerCase(Locale.ROOT));
    text.append('\n');
  }

  void sample(Map<String, String> labels, long value) {
    sample("", labels, Long.toString(value));
  }

  void sample(Map<String, String> labels, double value) {
    sample("", labels, Double.toString(value));
  }

  /** Write what a summary tells beside its percentiles. */
  void total(Map<String, String> labels, double sum, long count) {
    sample("_sum", labels, Double.toString(sum));
    sample("_count", labels, Long.toString(count));
  }

  private void sample(String suffix, Map<String, String> labels, String value) {
    text.append(name).append(suffix);
    if (!labels.isEmpty()) {
      text.append(
          new TreeMap<>(labels)
              .entrySet().stream()
                  .map(l -> l.getKey() + "=\"" + escaped(l.getValue()).replace("\"", "\\\"") + '"')
                  .collect(Collectors.joining(",", "{", "}")));
    }
    text.append(' ').append(value).append('\n');
  }

  private static String escaped(String free) {
    return free.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
