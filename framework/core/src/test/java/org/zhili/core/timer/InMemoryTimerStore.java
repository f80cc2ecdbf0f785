package org.zhili.core.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;

/** Timers without a database. */
public final class InMemoryTimerStore implements TimerStore {
  private final InMemoryTransactions transactions;
  private final LongSupplier nanoTime;
  private final InMemoryTable<Long, TimerRow> rows;
  private final InMemoryTable<TimerRow.Due, Long> due;
  private final InMemoryTable<TimerRow.Place, Long> lanes;
  private final InMemoryTable<TimerRow.Name, Long> waiting;
  private volatile Runnable givingBack = () -> {};
  private long last;

  public InMemoryTimerStore(InMemoryTransactions transactions) {
    this(transactions, System::nanoTime);
  }

  /**
   * @param nanoTime the clock of leases; grows as {@link System#nanoTime()} does
   */
  public InMemoryTimerStore(InMemoryTransactions transactions, LongSupplier nanoTime) {
    this.transactions = transactions;
    this.nanoTime = nanoTime;
    this.rows = new InMemoryTable<>(transactions);
    this.due = new InMemoryTable<>(transactions);
    this.lanes = new InMemoryTable<>(transactions);
    this.waiting = new InMemoryTable<>(transactions);
  }

  @Override
  public void add(NewTimer timer) {
    transactions.run(
        () -> {
          TimerRow.Name name = new TimerRow.Name(timer.kind(), timer.key());
          if (waiting.get(name).isEmpty()) {
            last++;
            write(
                new TimerRow(
                    last,
                    name,
                    timer.lane(),
                    timer.dueAt(),
                    0,
                    0,
                    false,
                    OptionalLong.empty(),
                    "",
                    Optional.empty(),
                    Optional.empty()));
          }
        });
  }

  @Override
  public void ensure(NewTimer timer) {
    transactions.run(
        () -> {
          TimerRow.Name name = new TimerRow.Name(timer.kind(), timer.key());
          if (rows.all().stream().noneMatch(r -> r.name().equals(name) && r.diedAt().isEmpty())) {
            add(timer);
          }
        });
  }

  @Override
  public void cancel(String kind, String key) {
    transactions.run(
        () -> {
          TimerRow.Name name = new TimerRow.Name(kind, key);
          long now = nanoTime.getAsLong();
          rows.all().stream()
              .filter(
                  row -> row.name().equals(name) && row.diedAt().isEmpty() && !row.leasedAt(now))
              .forEach(this::erase);
        });
  }

  @Override
  public List<TimerClaim> claim(
      Set<String> kinds, Instant now, Duration lease, int limit, Set<Long> except) {
    return transactions.run(
        () -> {
          long nanos = nanoTime.getAsLong();
          List<TimerRow> free =
              due.read(
                  all ->
                      all.headMap(new TimerRow.Due(now, Long.MAX_VALUE), true).values().stream()
                          .map(id -> rows.get(id).orElseThrow())
                          .filter(row -> kinds.contains(row.name().kind()))
                          .filter(row -> !except.contains(row.id()))
                          .filter(row -> !row.heldAt(nanos) && first(row))
                          .limit(limit)
                          .toList());
          List<TimerClaim> claims = new ArrayList<>();
          for (TimerRow row : free) {
            TimerRow held = row.held(nanos + lease.toNanos());
            erase(row);
            write(held);
            claims.add(held.claim());
          }
          return claims;
        });
  }

  private boolean first(TimerRow row) {
    return row.lane().isEmpty()
        || lanes
            .read(all -> Optional.ofNullable(all.ceilingEntry(new TimerRow.Place(row.lane(), 0))))
            .filter(entry -> entry.getValue() == row.id())
            .isPresent();
  }

  @Override
  public boolean renew(TimerClaim claim, Duration lease) {
    return transactions.run(
        () -> {
          Optional<TimerRow> row = latest(claim);
          row.ifPresent(r -> rows.put(r.id(), r.until(nanoTime.getAsLong() + lease.toNanos())));
          return row.isPresent();
        });
  }

  @Override
  public boolean complete(TimerClaim claim) {
    return transactions.run(
        () -> {
          Optional<TimerRow> row = latest(claim);
          row.ifPresent(this::erase);
          return row.isPresent();
        });
  }

  @Override
  public void giveBack(TimerClaim claim, Duration pause, String error) {
    giveBack(claim, 0, pause, error, Optional.empty());
  }

  @Override
  public void postpone(TimerClaim claim, Duration pause, String why) {
    giveBack(claim, 1, pause, why, Optional.empty());
  }

  @Override
  public void await(TimerClaim claim, Duration pause, Missing missing) {
    giveBack(claim, 1, pause, missing.toString(), Optional.of(missing));
  }

  /** Do this before any timer is given back. */
  void whenGivingBack(Runnable action) {
    givingBack = action;
  }

  private void giveBack(
      TimerClaim claim, int uncounted, Duration pause, String why, Optional<Missing> missing) {
    givingBack.run();
    OptionalLong until = OptionalLong.of(nanoTime.getAsLong() + pause.toNanos());
    transactions.run(
        () ->
            latest(claim)
                .ifPresent(
                    row -> {
                      erase(row);
                      if (waiting.get(row.name()).isEmpty()) {
                        write(
                            row.back(row.dueAt(), row.attempts() - uncounted, until, why)
                                .awaiting(missing));
                      }
                    }));
  }

  @Override
  public void hurry() {
    transactions.run(
        () ->
            rows.all().stream()
                .filter(row -> !row.taken() && row.heldUntil().isPresent())
                .forEach(
                    row -> {
                      erase(row);
                      write(row.free());
                    }));
  }

  @Override
  public void bury(TimerClaim claim, Instant at, String error) {
    transactions.run(
        () ->
            latest(claim)
                .ifPresent(
                    row -> {
                      erase(row);
                      write(row.dead(at, error));
                    }));
  }

  private Optional<TimerRow> latest(TimerClaim claim) {
    return rows.get(claim.id())
        .filter(row -> row.fence() == claim.fence() && row.taken() && row.diedAt().isEmpty());
  }

  @Override
  public List<DeadTimer> dead(int limit) {
    return rows.all().stream()
        .flatMap(row -> row.asDead().stream())
        .sorted(Comparator.comparing(DeadTimer::diedAt).thenComparing(DeadTimer::id).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public boolean revive(long id, Instant now) {
    return transactions.run(
        () -> {
          Optional<TimerRow> row = rows.get(id).filter(r -> r.diedAt().isPresent());
          row.ifPresent(
              r -> {
                erase(r);
                if (waiting.get(r.name()).isEmpty()) {
                  write(r.back(now, 0, OptionalLong.empty(), r.error()));
                }
              });
          return row.isPresent();
        });
  }

  @Override
  public long waiting(Instant now) {
    long nanos = nanoTime.getAsLong();
    return rows.all().stream()
        .filter(row -> row.diedAt().isEmpty() && !row.leasedAt(nanos) && !row.dueAt().isAfter(now))
        .count();
  }

  @Override
  public List<Waiting> missing(Instant now, int limit) {
    Map<Missing, Long> counts =
        rows.all().stream()
            .filter(row -> row.diedAt().isEmpty() && !row.taken() && !row.dueAt().isAfter(now))
            .flatMap(row -> row.missing().stream())
            .collect(Collectors.groupingBy(what -> what, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> new Waiting(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Waiting::timers).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public void hasten(String kind, String key, Instant dueAt) {
    transactions.run(
        () ->
            waiting
                .get(new TimerRow.Name(kind, key))
                .flatMap(rows::get)
                .filter(row -> row.dueAt().isAfter(dueAt))
                .ifPresent(
                    row -> {
                      erase(row);
                      write(row.back(dueAt, row.attempts(), row.heldUntil(), row.error()));
                    }));
  }

  private void write(TimerRow row) {
    rows.put(row.id(), row);
    if (row.diedAt().isPresent()) {
      return;
    }
    due.put(new TimerRow.Due(row.dueAt(), row.id()), row.id());
    if (!row.lane().isEmpty()) {
      lanes.put(new TimerRow.Place(row.lane(), row.id()), row.id());
    }
    if (!row.taken()) {
      waiting.put(row.name(), row.id());
    }
  }

  private void erase(TimerRow row) {
    rows.remove(row.id());
    due.remove(new TimerRow.Due(row.dueAt(), row.id()));
    lanes.remove(new TimerRow.Place(row.lane(), row.id()));
    if (waiting.get(row.name()).filter(id -> id == row.id()).isPresent()) {
      waiting.remove(row.name());
    }
  }
}
