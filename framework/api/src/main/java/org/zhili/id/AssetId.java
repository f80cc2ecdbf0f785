package org.zhili.id;

import java.util.regex.Pattern;

/** Names a city asset (部件) by its asset code (部件标识码); the form of the code is the city's. */
public record AssetId(String value) implements Comparable<AssetId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_:.-]{1,64}");

  public AssetId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a asset code: \"" + value + "\" (expected " + FORM + ")");
    }
  }

  @Override
  public int compareTo(AssetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
