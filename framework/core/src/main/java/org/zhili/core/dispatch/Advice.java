package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.Returned;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/**
 * What a strategy advised, kept with the words it was given in: the strategy may leave, its advice
 * stays readable (PIPL art. 24: a decision by automation can be explained).
 *
 * @param author plug-in and version; empty when no strategy answered
 * @param lead empty when the strategy referred the case to a person
 * @param rules version of the city's rules it was given under
 * @param grounds what the strategy was told
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
    Instant at,
    Grounds grounds) {
  public Advice {
    grounds = Objects.requireNonNullElse(grounds, Grounds.UNKNOWN);
    assisting = Set.copyOf(assisting);
    supervising = Set.copyOf(supervising);
    alternatives = List.copyOf(alternatives);
    factors = List.copyOf(factors);
  }

  /**
   * What a strategy was told of a case, so that its advice can be checked later.
   *
   * @param caseVersion the version of the case it was asked about; its trace tells the rest
   * @param row id of the row of the catalogue
   * @param candidates every unit it could have chosen
   * @param returnedBy units that had handed the case back, oldest first
   */
  public record Grounds(
      long caseVersion,
      Optional<UnitId> owner,
      Optional<UnitId> supervisor,
      Optional<String> row,
      Optional<UnitId> territorial,
      List<Load> candidates,
      List<UnitId> returnedBy) {
    /** Of advice from before they were kept. */
    public static final Grounds UNKNOWN =
        new Grounds(
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public Grounds {
      candidates = List.copyOf(candidates);
      returnedBy = List.copyOf(returnedBy);
    }

    static Grounds of(DispatchRequest request) {
      return new Grounds(
          request.caseFile().version(),
          request.duty().owner(),
          request.duty().supervisor(),
          request.duty().row().map(CatalogueRow::id),
          request.duty().territorial(),
          request.candidates().stream()
              .map(candidate -> new Load(candidate.unit().id(), candidate.openCases()))
              .sorted(Comparator.comparing(Load::unit))
              .toList(),
          request.returned().stream().map(Returned::unit).toList());
    }
  }

  /** A unit, and how many cases it led. */
  public record Load(UnitId unit, int openCases) {}

  /** A factor in words, and its weight of 0 to 1. */
  public record Weighed(Wording label, double weight) {}
}
