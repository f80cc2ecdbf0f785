package org.zhili.id;

import java.util.regex.Pattern;

/**
 * Names a device (设备) as the network or platform does that it is behind (入网标识), such as {@code
 * things-stack:bins@ttn:bin-7}: the id of the envelope, a colon, and the network's own name for the
 * device. Upper and lower case matter.
 */
public record NetworkId(String value) implements Comparable<NetworkId> {
  private static final Pattern FORM =
      Pattern.compile("[a-z][a-z0-9-]{0,31}:[A-Za-z0-9_:@.-]{1,128}");

  public NetworkId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "not a network id: \"" + value + "\" (expected such as things-stack:bins@ttn:bin-7)");
    }
  }

  /** Whether this may be a device's name in a network. */
  public static boolean isWellFormed(String value) {
    return FORM.matcher(value).matches();
  }

  /**
   * An id the device may be given in the town: the end of its name in the network, as far as it is
   * fit for that.
   */
  public DeviceId suggestion() {
    String name = value.substring(value.lastIndexOf(':') + 1);
    String fit = (name.isEmpty() ? value : name).replaceAll("[^A-Za-z0-9_-]", "-");
    return new DeviceId(fit.length() <= 64 ? fit : fit.substring(0, 64));
  }

  @Override
  public int compareTo(NetworkId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
