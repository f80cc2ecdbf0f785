package org.zhili.resources.internal.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.Counts;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.Pause;
import org.zhili.casework.Rating;
import org.zhili.core.casework.CaseWords;
import org.zhili.text.Wording;

/**
 * A case as its page shows it.
 *
 * @param publicCode what the reporter follows it with; only the operator, who passes it on, sees it
 * @param possible what the caller could do to it now
 * @param offers the same, with what each is called and asks for
 * @param covered whether something here that names a person is covered
 */
public record CaseDetail(
    @JsonUnwrapped CaseHead head,
    Optional<String> publicCode,
    Optional<String> filing,
    Optional<Wording> filingName,
    Optional<String> device,
    Optional<String> asset,
    Optional<String> owner,
    List<Evidence> evidence,
    Parties assignment,
    List<MilestoneView> milestones,
    List<Pause> pauses,
    Counts counts,
    Optional<Rating> rating,
    Optional<String> mergedInto,
    Optional<Instant> closedAt,
    List<String> possible,
    List<Offer> offers,
    boolean covered) {

  /**
   * An action that is open to the caller.
   *
   * @param evidence what has to come with it
   */
  public record Offer(String action, Wording name, List<Kind> evidence) {}

  /** A kind of evidence. */
  public record Kind(String id, Wording name) {
    static List<Kind> of(Set<String> kinds, CaseWords words) {
      return kinds.stream().sorted().map(kind -> new Kind(kind, words.evidence(kind))).toList();
    }
  }

  /** Units that have a part in it. */
  public record Parties(
      Optional<String> lead,
      List<String> assisting,
      List<String> supervising,
      List<String> notified) {}

  /**
   * A milestone and its clock.
   *
   * @param dueAt computed from limit, extensions, pauses and calendar; empty while the clock stands
   * @param overdue met late, or not met although it is due
   * @param evidence what has to come with the report that it is met
   * @param note why it cannot be computed, when it cannot
   */
  public record MilestoneView(
      String id,
      Wording name,
      Limit limit,
      List<Limit> extensions,
      Instant startedAt,
      Optional<Instant> dueAt,
      Optional<Instant> metAt,
      boolean overdue,
      Optional<Wording> note,
      List<Kind> evidence) {}
}
