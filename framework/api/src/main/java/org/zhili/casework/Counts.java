package org.zhili.casework;

/**
 * How often a case took a turn nobody wanted.
 *
 * @param returns returns granted: it had been sent to the wrong unit
 * @param hops leads it has had
 * @param urges times the unit was urged
 */
public record Counts(int returns, int hops, int reworks, int reopens, int extensions, int urges) {
  public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0);
}
