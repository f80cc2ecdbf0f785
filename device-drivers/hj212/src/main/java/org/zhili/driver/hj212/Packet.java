package org.zhili.driver.hj212;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A packet by its fields (table 3).
 *
 * @param head the fields before the data area, such as {@code MN}
 * @param area what stands between {@code CP=&&} and {@code &&}
 */
record Packet(Map<String, String> head, String area) {
  private static final String OPENED = "CP=&&";
  private static final String CLOSED = "&&";
  private static final int ANSWER = 1;
  private static final int NUMBERED = 2;
  private static final int MOST_PACKETS = 9_999;

  Packet {
    head = Map.copyOf(head);
  }

  static Packet read(Wire wire) throws Malformed {
    String text = wire.data().utf8().orElseThrow(() -> new Malformed("UTF-8", "other bytes"));
    int opened = text.indexOf(OPENED);
    if (opened < 0 || text.length() < opened + OPENED.length() + CLOSED.length()) {
      throw new Malformed("CP=&&…&&", "none");
    }
    if (!text.endsWith(CLOSED)) {
      throw new Malformed("the data to end with &&", "something else");
    }
    Map<String, String> head = new HashMap<>();
    for (String field : text.substring(0, opened).split(";", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0 && head.put(field.substring(0, equals), field.substring(equals + 1)) != null) {
        throw new Malformed(field.substring(0, equals) + " once", "it twice");
      }
    }
    return new Packet(
        head, text.substring(opened + OPENED.length(), text.length() - CLOSED.length()));
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(head.get(name));
  }

  /** The station's number (设备唯一标识). */
  String station() throws Malformed {
    return needed("MN");
  }

  /** The command, such as 2011. */
  int command() throws Malformed {
    return number("CN", 9_999);
  }

  /** Whether the station waits for an answer: bit A of the flag. */
  boolean wantsAnswer() {
    return (flag() & ANSWER) != 0;
  }

  /** Whether it is one of several: bit D of the flag. Some stations count a single one, too. */
  boolean isPart() throws Malformed {
    return (flag() & NUMBERED) != 0 && count() > 1;
  }

  /** How many packets there are. */
  int count() throws Malformed {
    return number("PNUM", MOST_PACKETS);
  }

  /** Which of them this is, from 1. */
  int number() throws Malformed {
    return number("PNO", MOST_PACKETS);
  }

  private int flag() {
    String flag = head.getOrDefault("Flag", "");
    return flag.matches("\\d{1,3}") ? Integer.parseInt(flag) : 0;
  }

  private String needed(String name) throws Malformed {
    String value = head.get(name);
    if (value == null || value.isEmpty()) {
      throw new Malformed(name, "none");
    }
    return value;
  }

  private int number(String name, int most) throws Malformed {
    String value = needed(name);
    if (!value.matches("\\d{1,4}") || Integer.parseInt(value) > most) {
      throw new Malformed(name + " to be a number of at most " + most, "something else");
    }
    return Integer.parseInt(value);
  }

  /** Without the password, which has no place in a log. */
  @Override
  public String toString() {
    return "Packet[MN=" + head.get("MN") + ", CN=" + head.get("CN") + "]";
  }
}
