package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/**
 * What a strategy advised, kept with the words it was given in: the strategy may leave, its advice
 * stays readable (PIPL art. 24: a decision by automation can be explained).
 *
 * @param author plug-in and version; empty when no strategy answered
 * @param lead empty when the strategy referred the case to a person
 * @param rules version of the city's rules it was given under
 */
public record Advice(
    String author,
    Optional<UnitId> lead,
    Set<UnitId> assisting,
    Set<UnitId> supervising,
    List<UnitId> alternatives,
    double confidence,
    Wording why,
    List<Weighed> factors,
    String rules,
    Instant at) {
  public Advice {
    assisting = Set.copyOf(assisting);
    supervising = Set.copyOf(supervising);
    alternatives = List.copyOf(alternatives);
    factors = List.copyOf(factors);
  }

  /** A factor in words, and its weight of 0 to 1. */
  public record Weighed(Wording label, double weight) {}
}
