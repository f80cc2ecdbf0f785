package org.zhili.id;

import java.util.regex.Pattern;

/** Names a unit (单位) of the city, such as {@code municipal-works}. */
public record UnitId(String value) implements Comparable<UnitId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_:.-]{1,64}");

  public UnitId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a unit id: \"" + value + "\" (expected " + FORM + ")");
    }
  }

  @Override
  public int compareTo(UnitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
