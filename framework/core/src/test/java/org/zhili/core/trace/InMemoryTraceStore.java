package org.zhili.core.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.StoreConflict;
import org.zhili.id.CaseId;

/** Traces without a database; a test may also do what nobody should, to see that it shows. */
public final class InMemoryTraceStore implements TraceStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<CaseId, SortedMap<Long, Placed>> cases;
  private final InMemoryTable<Long, Checkpoint> checkpoints;
  private final InMemoryTable<Long, CaseId> log;

  public InMemoryTraceStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.cases = new InMemoryTable<>(transactions);
    this.checkpoints = new InMemoryTable<>(transactions);
    this.log = new InMemoryTable<>(transactions);
  }

  private record Placed(long position, TraceEntry entry) {}

  @Override
  public void append(TraceEntry entry) {
    transactions.run(
        () -> {
          TreeMap<Long, Placed> entries = new TreeMap<>(placed(entry.caseId()));
          if (entries.containsKey(entry.sequence())) {
            throw new StoreConflict(
                "case " + entry.caseId() + " has an entry " + entry.sequence() + " already");
          }
          long position = position() + 1;
          log.put(position, entry.caseId());
          entries.put(entry.sequence(), new Placed(position, entry));
          cases.put(entry.caseId(), entries);
        });
  }

  private SortedMap<Long, Placed> placed(CaseId caseId) {
    return cases.get(caseId).orElse(new TreeMap<>());
  }

  @Override
  public List<TraceEntry> of(CaseId caseId) {
    return placed(caseId).values().stream().map(Placed::entry).toList();
  }

  @Override
  public Optional<TraceEntry> head(CaseId caseId) {
    return of(caseId).stream().reduce((earlier, later) -> later);
  }

  @Override
  public List<Head> headsAfter(long position) {
    return cases.all().stream()
        .filter(entries -> entries.values().stream().anyMatch(p -> p.position > position))
        .map(entries -> entries.get(entries.lastKey()))
        .flatMap(last -> Optional.ofNullable(last).stream())
        .map(last -> new Head(last.entry.caseId(), last.entry.sequence(), last.entry.hash()))
        .sorted(Comparator.comparing(head -> head.caseId().toString()))
        .toList();
  }

  @Override
  public List<Grown> grown(long after, Set<Long> leftOut, int limit) {
    return cases.all().stream()
        .flatMap(entries -> entries.values().stream())
        .filter(placed -> placed.position > after || leftOut.contains(placed.position))
        .map(p -> new Grown(p.position, p.entry.caseId(), p.entry.sequence()))
        .sorted(Comparator.comparing(Grown::position))
        .limit(limit)
        .toList();
  }

  @Override
  public long position() {
    return log.read(all -> all.isEmpty() ? 0 : all.lastKey());
  }

  @Override
  public Optional<Instant> latest() {
    return cases.all().stream()
        .flatMap(entries -> entries.values().stream())
        .map(placed -> placed.entry.at())
        .max(Instant::compareTo);
  }

  @Override
  public void append(Checkpoint checkpoint) {
    if (!checkpoints.add(checkpoint.number(), checkpoint)) {
      throw new StoreConflict("there is a checkpoint " + checkpoint.number() + " already");
    }
  }

  @Override
  public Optional<Checkpoint> lastCheckpoint() {
    return checkpoints.all().stream().reduce((earlier, later) -> later);
  }

  @Override
  public List<Checkpoint> checkpoints() {
    return checkpoints.all();
  }

  /** Put another entry where one was, as somebody with access to the disk could. */
  public void tamper(TraceEntry entry) {
    transactions.run(
        () -> {
          TreeMap<Long, Placed> entries = new TreeMap<>(placed(entry.caseId()));
          entries.computeIfPresent(
              entry.sequence(), (number, placed) -> new Placed(placed.position, entry));
          cases.put(entry.caseId(), entries);
        });
  }

  /** Put another checkpoint where the one of its number was. */
  public void tamper(Checkpoint checkpoint) {
    checkpoints.put(checkpoint.number(), checkpoint);
  }

  /** Take away the entries of a case from this one on, as somebody with access could. */
  public void cut(CaseId caseId, long from) {
    Map<Long, Placed> kept = placed(caseId).headMap(from);
    cases.put(caseId, new TreeMap<>(kept));
  }
}
