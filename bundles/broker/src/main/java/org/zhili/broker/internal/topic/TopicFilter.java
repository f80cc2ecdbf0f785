package org.zhili.broker.internal.topic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An MQTT topic filter (主题过滤器), matched as MQTT 5 section 4.7 says.
 *
 * <p>Stricter than the protocol in what may be written: printable names, no empty level but the
 * first of Alink's {@code /sys/…}, at most 256 characters, and never two colons in a row, which
 * Artemis would read as a queue name. Of names that begin with a dollar, which are a broker's own,
 * {@code $oc} is open to clients, as devices made for IoTDA know no other.
 */
public record TopicFilter(List<String> levels) {
  private static final int LONGEST = 256;
  private static final String ANY_ONE = "+";
  private static final String ANY_REST = "#";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:@.=~$-]+");
  private static final String ALINK = "/sys/";
  private static final String IOTDA = "$oc";

  public TopicFilter {
    levels = List.copyOf(levels);
  }

  /** Read a filter; empty when it is not one, or not one this broker takes. */
  public static Optional<TopicFilter> parse(String text) {
    if (!plausible(text)) {
      return Optional.empty();
    }
    List<String> levels = split(text);
    for (int i = named(text); i < levels.size(); i++) {
      String level = levels.get(i);
      boolean wild = level.equals(ANY_ONE) || (level.equals(ANY_REST) && i == levels.size() - 1);
      if (!wild && !NAME.matcher(level).matches()) {
        return Optional.empty();
      }
    }
    return Optional.of(new TopicFilter(levels));
  }

  /** Whether a message may be published to it: a name without wildcards that is open to clients. */
  public static boolean isTopic(String text) {
    return plausible(text)
        && isOpen(split(text).get(0))
        && split(text).stream().skip(named(text)).allMatch(level -> NAME.matcher(level).matches());
  }

  /** Whether clients may use it, and not the broker alone. */
  boolean isOpen() {
    return isOpen(levels.get(0));
  }

  private static boolean isOpen(String first) {
    return !first.startsWith("$") || first.equals(IOTDA);
  }

  /** The first level that has to have a name. */
  private static int named(String text) {
    return text.startsWith(ALINK) ? 1 : 0;
  }

  private static boolean plausible(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && !text.contains("::");
  }

  private static List<String> split(String text) {
    return List.of(text.split("/", -1));
  }

  /** Whether it names one topic only. */
  public boolean isExact() {
    return levels.stream().noneMatch(level -> level.equals(ANY_ONE) || level.equals(ANY_REST));
  }

  /** Whether a message on this topic is one of mine. */
  public boolean matches(String topic) {
    return covers(new TopicFilter(split(topic)));
  }

  /** Whether every topic of the other filter is one of mine. */
  public boolean covers(TopicFilter other) {
    if (hiddenFrom(other)) {
      return false;
    }
    for (int i = 0; i < levels.size(); i++) {
      String mine = levels.get(i);
      if (mine.equals(ANY_REST)) {
        return true;
      }
      if (i == other.levels.size()) {
        return false;
      }
      String theirs = other.levels.get(i);
      boolean inside = mine.equals(ANY_ONE) ? !theirs.equals(ANY_REST) : mine.equals(theirs);
      if (!inside) {
        return false;
      }
    }
    return levels.size() == other.levels.size();
  }

  /** Whether some topic is both mine and the other filter's. */
  public boolean overlaps(TopicFilter other) {
    if (hiddenFrom(other) || other.hiddenFrom(this)) {
      return false;
    }
    for (int i = 0; i < Math.max(levels.size(), other.levels.size()); i++) {
      String mine = i < levels.size() ? levels.get(i) : "";
      String theirs = i < other.levels.size() ? other.levels.get(i) : "";
      if (mine.equals(ANY_REST) || theirs.equals(ANY_REST)) {
        return true;
      }
      boolean ended = i >= levels.size() || i >= other.levels.size();
      boolean meet = mine.equals(theirs) || mine.equals(ANY_ONE) || theirs.equals(ANY_ONE);
      if (ended || !meet) {
        return false;
      }
    }
    return true;
  }

  /** A leading wildcard does not reach names that begin with a dollar. */
  private boolean hiddenFrom(TopicFilter other) {
    String first = levels.get(0);
    return (first.equals(ANY_ONE) || first.equals(ANY_REST)) && other.levels.get(0).startsWith("$");
  }

  @Override
  public String toString() {
    return String.join("/", levels);
  }
}
