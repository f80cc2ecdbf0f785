package org.zhili.core.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Counts what drivers and envelopes rejected, by the kind of reason they gave: what they quote and
 * every word with a digit, such as a device's id, is left out. Such words are of ASCII, since
 * Chinese puts no space between one and the next. As they may give a new reason all the same, only
 * the first few of each are told apart. Thread-safe.
 */
final class Rejections {
  /** Stands for all reasons that came when there were too many. */
  static final String OTHER = "other";

  private static final int REASONS = 20;
  private static final int LONGEST = 100;

  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"]*+\"?|“[^”]*+”?|[A-Za-z_.:+-]*+\\d[A-Za-z0-9_.:+-]*+");

  private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

  void note(Quarantined message) {
    if (message.kind() != Quarantined.Kind.REJECTED || message.why().arguments().isEmpty()) {
      return;
    }
    String said = message.why().arguments().get(0);
    String reason = kind(said.length() <= LONGEST ? said : said.substring(0, LONGEST));
    Map<String, LongAdder> ofPlugin =
        counts.computeIfAbsent(message.driver().orElse(OTHER), key -> new ConcurrentHashMap<>());
    boolean known = ofPlugin.containsKey(reason) || ofPlugin.size() < REASONS;
    ofPlugin.computeIfAbsent(known ? reason : OTHER, key -> new LongAdder()).increment();
  }

  private static String kind(String reason) {
    return QUOTED.matcher(reason).replaceAll("…");
  }

  /** By the id of the driver or envelope, and by the kind of reason. */
  Map<String, Map<String, Long>> sums() {
    Map<String, Map<String, Long>> sums = new HashMap<>();
    counts.forEach(
        (plugin, reasons) -> {
          Map<String, Long> ofPlugin = new HashMap<>();
          reasons.forEach((reason, count) -> ofPlugin.put(reason, count.sum()));
          sums.put(plugin, ofPlugin);
        });
    return sums;
  }
}
