package org.zhili.resources.internal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.casework.TraceWords;
import org.zhili.core.trace.TraceEntry;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Wordings;
import org.zhili.text.Wording;

/**
 * A case's trace (留痕), and whether it is as it was written. What names a person in it is covered,
 * so that hashes are of what is kept, not of what is shown.
 *
 * @param intact every entry follows from the one before
 * @param covered whether something that names a person is covered
 */
public record TraceView(boolean intact, boolean covered, List<Entry> entries) {
  /** Whoever has it may rate as the resident, so it is told at the desk and nowhere else. */
  private static final String SECRET = "publicCode";

  /**
   * Who did what, when, and where that left the case.
   *
   * @param actorName the account, or what people call the part of the town that did it
   * @param actionName what people call the action
   * @param words what the action carried, by the names it has in programs
   * @param said the same as people call it
   * @param advisor plug-in and version that advised it
   */
  public record Entry(
      long sequence,
      Instant at,
      String actor,
      Wording actorName,
      Optional<String> unit,
      String action,
      Wording actionName,
      SortedMap<String, String> words,
      List<TraceWords.Said> said,
      String step,
      CaseState state,
      Wording stateName,
      Standing standing,
      Wording standingName,
      Optional<String> advisor,
      String previous,
      String hash) {
    static Entry of(TraceEntry written, CaseWords called, TraceWords told, CaseType type) {
      TraceEntry entry = Covered.entry(written);
      TreeMap<String, String> words = new TreeMap<>(entry.arguments());
      words.remove(SECRET);
      return new Entry(
          entry.sequence(),
          entry.at(),
          entry.actor(),
          called.actor(entry.actor()),
          entry.unit().map(UnitId::value),
          entry.action(),
          called.action(entry.action()),
          words,
          told.of(entry, type),
          entry.step(),
          entry.state(),
          Wordings.of(entry.state()),
          entry.standing(),
          Wordings.of(entry.standing()),
          Optional.of(entry.advisor()).filter(advisor -> !advisor.isEmpty()),
          entry.previous(),
          entry.hash());
    }
  }
}
