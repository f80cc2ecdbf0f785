package org.zhili.id;

import java.util.regex.Pattern;

/** Names a device (设备) within its tenant; safe as one level of an MQTT topic. */
public record DeviceId(String value) implements Comparable<DeviceId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_:-]{1,64}");

  public DeviceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a device id: \"" + value + "\" (expected " + FORM + ")");
    }
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
