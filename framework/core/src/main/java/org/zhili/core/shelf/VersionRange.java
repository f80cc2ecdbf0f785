package org.zhili.core.shelf;

import java.util.Optional;
import org.zhili.core.plugin.VersionOrder;

/**
 * A range of versions as a manifest writes it: {@code [1.0,2)}, or {@code 1.0} for that one and all
 * later ones.
 *
 * @param high where it ends; empty when it does not
 */
public record VersionRange(String low, boolean withLow, Optional<String> high, boolean withHigh) {
  /** All versions. */
  public static final VersionRange ANY = of("0");

  /** Read a range. Whatever is not one is taken for a lowest version. */
  public static VersionRange of(String text) {
    String plain = text.strip();
    int comma = plain.indexOf(',');
    boolean bracketed = plain.startsWith("[") || plain.startsWith("(");
    if (!bracketed || comma < 0) {
      return new VersionRange(plain, true, Optional.empty(), false);
    }
    return new VersionRange(
        plain.substring(1, comma).strip(),
        plain.startsWith("["),
        Optional.of(plain.substring(comma + 1, plain.length() - 1).strip()),
        plain.endsWith("]"));
  }

  /** Whether this version lies in the range. */
  public boolean includes(String version) {
    VersionOrder order = new VersionOrder();
    int above = order.compare(version, low);
    if (above < 0 || (above == 0 && !withLow)) {
      return false;
    }
    int below = high.map(end -> order.compare(version, end)).orElse(-1);
    return below < 0 || (below == 0 && withHigh);
  }
}
