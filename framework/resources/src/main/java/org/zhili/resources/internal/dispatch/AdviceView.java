package org.zhili.resources.internal.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zhili.core.dispatch.Advice;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/**
 * What a strategy advised, in the words it gave.
 *
 * @param lead empty when it left the case to a person
 * @param rules version of the city's rules it was given under
 */
public record AdviceView(
    String author,
    Optional<String> lead,
    List<String> assisting,
    List<String> supervising,
    List<String> alternatives,
    double confidence,
    Wording why,
    List<Advice.Weighed> factors,
    String rules,
    Instant at,
    Grounds grounds) {

  /**
   * What the strategy was told.
   *
   * @param row of the dispatch catalogue
   */
  public record Grounds(
      long caseVersion,
      Optional<String> owner,
      Optional<String> supervisor,
      Optional<String> row,
      Optional<String> territorial,
      List<Load> candidates,
      List<String> returnedBy) {
    static Grounds of(Advice.Grounds grounds) {
      return new Grounds(
          grounds.caseVersion(),
          grounds.owner().map(UnitId::value),
          grounds.supervisor().map(UnitId::value),
          grounds.row(),
          grounds.territorial().map(UnitId::value),
          grounds.candidates().stream()
              .map(load -> new Load(load.unit().value(), load.openCases()))
              .toList(),
          grounds.returnedBy().stream().map(UnitId::value).toList());
    }
  }

  /** A unit, and how many cases it led then. */
  public record Load(String unit, int openCases) {}

  static AdviceView of(Advice advice) {
    return new AdviceView(
        advice.author(),
        advice.lead().map(UnitId::value),
        ids(advice.assisting()),
        ids(advice.supervising()),
        advice.alternatives().stream().map(UnitId::value).toList(),
        advice.confidence(),
        advice.why(),
        advice.factors(),
        advice.rules(),
        advice.at(),
        Grounds.of(advice.grounds()));
  }

  private static List<String> ids(Collection<UnitId> units) {
    return units.stream().map(UnitId::value).sorted().toList();
  }
}
