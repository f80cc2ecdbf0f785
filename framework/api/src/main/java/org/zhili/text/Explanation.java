package org.zhili.text;

import java.util.List;

/** A reason a resident could read: one sentence, then the factors, heaviest first. */
public record Explanation(Text summary, List<Factor> factors) {
  public Explanation {
    factors = List.copyOf(factors);
  }

  public static Explanation of(Text summary) {
    return new Explanation(summary, List.of());
  }

  /**
   * One thing that weighed in.
   *
   * @param weight its share, 0 to 1
   */
  public record Factor(Text label, double weight) {
    public Factor {
      if (!(weight >= 0 && weight <= 1)) {
        throw new IllegalArgumentException("a factor weighs 0 to 1, not " + weight);
      }
    }
  }
}
