package org.zhili.id;

/** Names a device (设备) within its tenant; safe as one level of an MQTT topic. */
public record DeviceId(String value) implements Comparable<DeviceId> {
  private static final int LONGEST = 64;

  /** What the names of the town's own accounts begin with. */
  private static final String TOWN = "zhili-";

  public DeviceId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "not a device id: \"" + value + "\" (expected [A-Za-z0-9_:-]{1," + LONGEST + "})");
    }
  }

  /** Whether this may be the id of a device. */
  public static boolean isWellFormed(String value) {
    // no pattern, since this is asked several times for every message
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != ':' && c != '-') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= LONGEST;
  }

  /** Whether the town keeps this name for accounts of its own; no device is registered by it. */
  public boolean isReserved() {
    return isReserved(value);
  }

  /** The same of a name that may be a gateway's or a network's. */
  public static boolean isReserved(String name) {
    return name.startsWith(TOWN);
  }

  @Override
  public int compareTo(DeviceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
