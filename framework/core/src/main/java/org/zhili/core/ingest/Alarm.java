package org.zhili.core.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.zhili.alert.Severity;
import org.zhili.id.DeviceId;
import org.zhili.text.Text;

/**
 * One abnormal judgment and what became of it, so that every alarm can be accounted for. The key is
 * device, rule, condition, metric and {@code observedAt}; the first entry under a key stands.
 *
 * @param metric the metric judged; empty when time and not a reading was judged
 * @param alert the alert it raised or was merged into
 * @param reason why it was suppressed, or why the alert it raised opens no case
 */
public record Alarm(
    DeviceId device,
    String rule,
    String condition,
    String metric,
    Severity severity,
    Text why,
    Instant observedAt,
    Instant receivedAt,
    Disposition disposition,
    Optional<UUID> alert,
    Optional<Text> reason) {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::observedAt)
          .thenComparing(Key::rule)
          .thenComparing(Key::condition)
          .thenComparing(Key::metric);

  /** What tells an alarm from the others of its device; in order of time. */
  public record Key(Instant observedAt, String rule, String condition, String metric)
      implements Comparable<Key> {
    private static final String BETWEEN = "|";

    /**
     * Read what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it did not
     */
    public static Key parse(String text) {
      String[] parts = text.split(Pattern.quote(BETWEEN), -1);
      if (parts.length != 4) {
        throw new IllegalArgumentException("not the key of an alarm: " + text);
      }
      try {
        return new Key(Instant.parse(parts[0]), parts[1], parts[2], parts[3]);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("not a time: " + parts[0], e);
      }
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return String.join(BETWEEN, observedAt.toString(), rule, condition, metric);
    }
  }

  public Key key() {
    return new Key(observedAt, rule, condition, metric);
  }

  /** What became of an alarm. */
  public enum Disposition {
    /** It opened an alert. */
    RAISED,
    /** An alert was open already. */
    MERGED,
    /** Fewer in a row than the city wants before it raises an alert. */
    DEBOUNCED,
    /** Kept, but raised nothing, for the reason given. */
    SUPPRESSED
  }
}
