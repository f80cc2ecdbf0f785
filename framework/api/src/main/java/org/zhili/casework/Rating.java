package org.zhili.casework;

/**
 * What the requester says of the result.
 *
 * @param solved counts for the resolution rate (解决率)
 * @param stars 1 to 5; 4 and 5 count as satisfied (满意率)
 */
public record Rating(boolean solved, int stars, String comment) {
  public Rating {
    if (stars < 1 || stars > 5) {
      throw new IllegalArgumentException("1 to 5 stars, not " + stars);
    }
  }

  public boolean satisfied() {
    return stars >= 4;
  }
}
