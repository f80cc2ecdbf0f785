package org.zhili.core.trace;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/**
 * One entry of a case's trace (留痕): who did what, when and why, and where that left the case.
 *
 * @param sequence counts from 1 without gaps
 * @param action {@link org.zhili.casework.CaseAction#name()}, or {@code open}
 * @param arguments what the action carried, enough to do it again
 * @param advisor plug-in and version that advised, or empty
 * @param previous the hash of the entry before, or of the empty chain
 * @param hash over all of the above
 */
public record TraceEntry(
    CaseId caseId,
    long sequence,
    Instant at,
    String actor,
    Optional<UnitId> unit,
    String action,
    SortedMap<String, String> arguments,
    String step,
    CaseState state,
    Standing standing,
    String advisor,
    String previous,
    String hash) {
  public TraceEntry {
    arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
  }

  /** The entry with its place in the chain: the hash is computed from everything else. */
  public static TraceEntry chained(TraceEntry draft, String previous) {
    TraceEntry linked = draft.with(previous, "");
    return linked.with(previous, TraceHash.of(linked));
  }

  private TraceEntry with(String newPrevious, String newHash) {
    return new TraceEntry(
        caseId,
        sequence,
        at,
        actor,
        unit,
        action,
        arguments,
        step,
        state,
        standing,
        advisor,
        newPrevious,
        newHash);
  }

  /** Look up an argument. */
  public Optional<String> argument(String name) {
    return Optional.ofNullable(arguments.get(name));
  }

  /** All facts of the entry, for hashing: in a fixed order, each with its name. */
  SortedMap<String, String> facts() {
    TreeMap<String, String> facts = new TreeMap<>();
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      facts.put("argument." + argument.getKey(), argument.getValue());
    }
    facts.put("action", action);
    facts.put("actor", actor);
    facts.put("advisor", advisor);
    facts.put("at", at.toString());
    facts.put("case", caseId.toString());
    facts.put("previous", previous);
    facts.put("sequence", Long.toString(sequence));
    facts.put("standing", standing.name());
    facts.put("state", state.name());
    facts.put("step", step);
    facts.put("unit", unit.map(UnitId::value).orElse(""));
    return facts;
  }
}
