package org.zhili.id;

import java.util.regex.Pattern;

/** Names an area, from the city down to a grid cell (单元网格); a code whose form is the city's. */
public record AreaId(String value) implements Comparable<AreaId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_:.-]{1,64}");

  public AreaId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a area id: \"" + value + "\" (expected " + FORM + ")");
    }
  }

  @Override
  public int compareTo(AreaId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
