package org.zhili.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhili.core.trace.TraceHash;

/**
 * Keeps the audit; entries are only ever added. Every call joins the transaction of its caller. All
 * nodes of a town add to one chain.
 */
public interface AuditStore {

  /** Where the chain ends; nobody else can add to it until the transaction ends. */
  Head lock();

  /** Add entries that follow from the {@link #lock locked} end, and move the end. */
  void append(List<AuditEntry> entries);

  /** The end that was noted, and the number of the last entry there is, of one moment. */
  Ends ends();

  /** Entries behind a number, by number. */
  List<AuditEntry> after(long number, int limit);

  /** Entries that are wanted, newest first. */
  List<AuditEntry> newest(Wanted wanted, OptionalLong before, int limit);

  /** The end of a chain: the number and hash of its last entry. */
  record Head(long number, String hash) {
    public static final Head EMPTY = new Head(0, TraceHash.EMPTY);
  }

  record Ends(Head head, long last) {}

  /**
   * Which entries somebody wants to see.
   *
   * @param action the action, or what it begins with
   * @param to an instant later than all that are wanted
   */
  record Wanted(
      Optional<String> who,
      Optional<String> action,
      Optional<String> subject,
      Optional<Instant> from,
      Optional<Instant> to) {
    public static final Wanted ALL =
        new Wanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
