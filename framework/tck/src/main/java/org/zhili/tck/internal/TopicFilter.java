package org.zhili.tck.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An MQTT topic filter, taken apart at its slashes. */
public record TopicFilter(String text) {
  private static final int LONGEST = 65_535;

  /** Say what is wrong with it by the rules of MQTT; nothing when it is valid. */
  public Optional<String> fault() {
    if (text.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (text.indexOf('\0') >= 0) {
      return Optional.of("it contains the character NUL");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " bytes");
    }
    if (text.startsWith("$share/")) {
      return Optional.of("sharing is the connector's business, not a driver's");
    }
    List<String> levels = levels(text);
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      if (level.contains("#") && !(level.equals("#") && i == levels.size() - 1)) {
        return Optional.of("# stands alone in the last level or nowhere");
      }
      if (level.contains("+") && !level.equals("+")) {
        return Optional.of("+ stands alone in its level");
      }
    }
    return Optional.empty();
  }

  public boolean matches(String topic) {
    List<String> wanted = levels(text);
    List<String> given = levels(topic);
    if (topic.startsWith("$") && (text.startsWith("+") || text.startsWith("#"))) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String level = wanted.get(i);
      if (level.equals("#")) {
        return true;
      }
      if (i >= given.size() || !(level.equals("+") || level.equals(given.get(i)))) {
        return false;
      }
    }
    return wanted.size() == given.size();
  }

  private static List<String> levels(String topic) {
    return List.of(topic.split("/", -1));
  }
}
