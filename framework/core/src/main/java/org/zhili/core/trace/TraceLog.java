package org.zhili.core.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.store.Transactions;
import org.zhili.id.CaseId;

/**
 * Adds to traces, sets checkpoints, and finds out whether anybody touched what was written.
 *
 * <p>Who cuts the end of the traces together with the last checkpoints leaves a shorter log that is
 * whole in itself. So the hash of every checkpoint goes to the log too, as an anchor outside the
 * database: a checkpoint that is told there and is not in the store, or has another hash, was
 * there.
 */
public final class TraceLog {
  private static final Logger LOG = LoggerFactory.getLogger(TraceLog.class);

  private final Transactions transactions;
  private final TraceStore store;

  public TraceLog(Transactions transactions, TraceStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Link the entry to the end of its case's chain and write it. */
  public TraceEntry append(TraceEntry draft) {
    return transactions.run(
        () -> {
          String previous =
              store.head(draft.caseId()).map(TraceEntry::hash).orElse(TraceHash.EMPTY);
          TraceEntry entry = TraceEntry.chained(draft, previous);
          store.append(entry);
          return entry;
        });
  }

  public List<TraceEntry> of(CaseId caseId) {
    return transactions.read(() -> store.of(caseId));
  }

  /** Cover everything written since the last checkpoint; empty when there is nothing new. */
  public Optional<Checkpoint> checkpoint(Instant at) {
    return transactions.run(
        () -> {
          Optional<Checkpoint> last = store.lastCheckpoint();
          List<TraceStore.Head> heads = store.headsAfter(last.map(Checkpoint::position).orElse(0L));
          if (heads.isEmpty()) {
            return Optional.<Checkpoint>empty();
          }
          Checkpoint next =
              Checkpoint.after(
                  last.map(Checkpoint::number).orElse(0L) + 1,
                  last.map(Checkpoint::hash).orElse(TraceHash.EMPTY),
                  at,
                  store.position(),
                  heads);
          store.append(next);
          transactions.afterCommit(() -> anchor(next));
          return Optional.of(next);
        });
  }

  private static void anchor(Checkpoint set) {
    LOG.info("Trace checkpoint {} at {}: {}", set.number(), set.position(), set.hash());
  }

  /** Look for entries of one case that do not follow from each other. */
  public List<Finding> verify(CaseId caseId) {
    return verify(caseId, of(caseId));
  }

  /** Check the chain of checkpoints, and every case they mention against its entries. */
  public List<Finding> verifyAll() {
    List<Finding> findings = new ArrayList<>();
    List<Checkpoint> checkpoints = transactions.read(store::checkpoints);
    Map<CaseId, TraceStore.Head> promised = new HashMap<>();
    String previous = TraceHash.EMPTY;
    for (Checkpoint checkpoint : checkpoints) {
      if (!checkpoint.previous().equals(previous)
          || !checkpoint.hash().equals(checkpoint.expectedHash())) {
        findings.add(new Finding(Optional.empty(), checkpoint.number(), Kind.CHECKPOINT_CHANGED));
      }
      previous = checkpoint.hash();
      checkpoint.heads().forEach(head -> promised.put(head.caseId(), head));
    }
    promised.values().forEach(head -> findings.addAll(verify(head)));
    return findings;
  }

  private List<Finding> verify(TraceStore.Head head) {
    List<TraceEntry> entries = of(head.caseId());
    List<Finding> findings = new ArrayList<>(verify(head.caseId(), entries));
    Optional<TraceEntry> promised =
        entries.stream().filter(entry -> entry.sequence() == head.length()).findFirst();
    if (promised.isEmpty()) {
      long end = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
      findings.add(new Finding(Optional.of(head.caseId()), end + 1, Kind.MISSING));
    } else if (!promised.get().hash().equals(head.hash())) {
      findings.add(new Finding(Optional.of(head.caseId()), head.length(), Kind.CHANGED));
    }
    return findings;
  }

  private static List<Finding> verify(CaseId caseId, List<TraceEntry> entries) {
    List<Finding> findings = new ArrayList<>();
    String previous = TraceHash.EMPTY;
    long expected = 1;
    for (TraceEntry entry : entries) {
      if (entry.sequence() != expected) {
        findings.add(new Finding(Optional.of(caseId), expected, Kind.MISSING));
      } else if (!entry.previous().equals(previous) || !entry.hash().equals(TraceHash.of(entry))) {
        findings.add(new Finding(Optional.of(caseId), entry.sequence(), Kind.CHANGED));
      }
      previous = entry.hash();
      expected = entry.sequence() + 1;
    }
    return findings;
  }

  /** Something that was written is not as it was. */
  public record Finding(Optional<CaseId> caseId, long sequence, Kind kind) {}

  public enum Kind {
    CHANGED,
    MISSING,
    CHECKPOINT_CHANGED
  }
}
