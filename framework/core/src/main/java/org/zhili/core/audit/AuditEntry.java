package org.zhili.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhili.core.trace.TraceHash;

/**
 * A note in its place in the chain.
 *
 * @param number counts from 1 without gaps
 * @param previous the hash of the entry before, or of the empty chain
 * @param hash over the note and {@code previous}; the place follows from that
 */
public record AuditEntry(long number, AuditNote note, String previous, String hash) {

  /** Link notes to the end of the chain. */
  static List<AuditEntry> chained(AuditStore.Head end, List<AuditNote> notes) {
    List<AuditEntry> entries = new ArrayList<>();
    AuditStore.Head last = end;
    for (AuditNote note : notes) {
      AuditEntry entry =
          new AuditEntry(last.number() + 1, note, last.hash(), hash(note, last.hash()));
      entries.add(entry);
      last = entry.head();
    }
    return entries;
  }

  /** The end of a chain whose last entry it is. */
  public AuditStore.Head head() {
    return new AuditStore.Head(number, hash);
  }

  /** Whether what it says is what was hashed. */
  boolean isWhole() {
    return hash.equals(hash(note, previous));
  }

  private static String hash(AuditNote note, String previous) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("action", note.action());
    facts.put("at", note.at().toString());
    facts.put("detail", note.detail());
    facts.put("outcome", note.outcome().name());
    facts.put("previous", previous);
    facts.put("subject", note.subject());
    facts.put("who", note.who());
    return TraceHash.of(facts);
  }
}
