package org.zhili.core.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.CaseId;

/**
 * Keeps traces; entries are only ever added. Every call joins the transaction of its caller.
 *
 * <p>Adding an entry whose case and sequence exist fails with {@link
 * org.zhili.core.store.StoreConflict}.
 */
public interface TraceStore {
  void append(TraceEntry entry);

  /** All entries of a case, by sequence. */
  List<TraceEntry> of(CaseId caseId);

  /** The latest entry of a case. */
  Optional<TraceEntry> head(CaseId caseId);

  /** The latest entry of every case that has one beyond what {@code since} covers, by case. */
  List<Head> headsAfter(long position);

  /**
   * Entries behind a position, and those at some before it, by position.
   *
   * <p>Unlike {@link #headsAfter} it waits for nobody. So an entry may show up at a position before
   * others that have been seen; whoever must not miss it asks for what was left out.
   */
  List<Grown> grown(long after, Set<Long> leftOut, int limit);

  /** Where the log ends now: grows with every entry. */
  long position();

  /** The latest time any entry bears. */
  Optional<Instant> latest();

  void append(Checkpoint checkpoint);

  /** The newest checkpoint. */
  Optional<Checkpoint> lastCheckpoint();

  /** All checkpoints, oldest first. */
  List<Checkpoint> checkpoints();

  /** An entry that was added: its place in the log, its case, and the version that has it. */
  record Grown(long position, CaseId caseId, long version) {}

  /** Where a case's chain ends: its length and the hash of its last entry. */
  record Head(CaseId caseId, long length, String hash) {}
}
