package org.zhili.core.trace;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * Says how long the chains of some cases were, and where they ended. Checkpoints are chained too,
 * so that a cut tail or a deleted case shows.
 *
 * @param position the end of the log it covers
 * @param heads cases that grew since the checkpoint before
 */
public record Checkpoint(
    long number,
    Instant at,
    long position,
    List<TraceStore.Head> heads,
    String previous,
    String hash) {
  public Checkpoint {
    heads = List.copyOf(heads);
  }

  static Checkpoint after(
      long number, String previous, Instant at, long position, List<TraceStore.Head> heads) {
    Checkpoint draft = new Checkpoint(number, at, position, heads, previous, "");
    return new Checkpoint(number, at, position, heads, previous, draft.expectedHash());
  }

  /** The hash its facts give. */
  String expectedHash() {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("at", at.toString());
    facts.put("number", Long.toString(number));
    facts.put("position", Long.toString(position));
    facts.put("previous", previous);
    for (TraceStore.Head head : heads) {
      facts.put("case." + head.caseId(), head.length() + ":" + head.hash());
    }
    return TraceHash.of(facts);
  }
}
