package org.zhili.core.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;

/** Case types without a database. */
public final class InMemoryCaseTypeStore implements CaseTypeStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, CaseType> types;
  private final InMemoryTable<String, Row> presences;
  private final LongSupplier nanoTime;
  private volatile Runnable keeping = () -> {};

  private record Row(TypePresence presence, long untilNanos) {}

  public InMemoryCaseTypeStore(InMemoryTransactions transactions) {
    this(transactions, System::nanoTime);
  }

  /**
   * @param nanoTime the clock of leases; grows as {@link System#nanoTime()} does
   */
  public InMemoryCaseTypeStore(InMemoryTransactions transactions, LongSupplier nanoTime) {
    this.transactions = transactions;
    this.nanoTime = nanoTime;
    this.types = new InMemoryTable<>(transactions);
    this.presences = new InMemoryTable<>(transactions);
  }

  /** Do this before every write. */
  public void whenKeeping(Runnable action) {
    keeping = action;
  }

  @Override
  public void keep(CaseType type) {
    keeping.run();
    transactions.run(
        () -> {
          String name = type.ref().toString();
          if (!types.add(name, type) && !types.get(name).equals(Optional.of(type))) {
            throw new IllegalArgumentException(
                "case type " + name + " was kept with other content; give it a new version");
          }
        });
  }

  @Override
  public Optional<CaseType> find(CaseTypeRef ref) {
    return types.get(ref.toString());
  }

  @Override
  public void here(Set<String> types, Instant at, Duration lease) {
    keeping.run();
    long until = nanoTime.getAsLong() + lease.toNanos();
    transactions.run(() -> types.forEach(type -> write(type, true, at, until)));
  }

  @Override
  public void notHere(Set<String> types, Instant at) {
    long now = nanoTime.getAsLong();
    transactions.run(() -> types.forEach(type -> write(type, false, at, now)));
  }

  private void write(String type, boolean byModule, Instant at, long until) {
    Optional<Row> before = presences.get(type);
    Instant seen =
        before.map(row -> row.presence().seenAt()).filter(then -> then.isAfter(at)).orElse(at);
    boolean ever = byModule || before.filter(row -> row.presence().byModule()).isPresent();
    long latest = before.map(row -> Math.max(row.untilNanos(), until)).orElse(until);
    presences.put(type, new Row(new TypePresence(type, ever, false, seen), latest));
  }

  @Override
  public Optional<TypePresence> presence(String type) {
    long now = nanoTime.getAsLong();
    return presences
        .get(type)
        .map(
            row ->
                new TypePresence(
                    type,
                    row.presence().byModule(),
                    row.untilNanos() > now,
                    row.presence().seenAt()));
  }

  /** All transactions take turns. */
  @Override
  public Optional<TypePresence> presenceHeld(String type) {
    return presence(type);
  }
}
