package org.zhili.core.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;

/** Timers without a database. */
public final class InMemoryTimerStore implements TimerStore {
  private final InMemoryTransactions transactions;
  private final LongSupplier nanoTime;
  private final InMemoryTable<Long, Row> rows;
  private final InMemoryTable<Due, Long> due;
  private final InMemoryTable<Place, Long> lanes;
  private final InMemoryTable<Name, Long> waiting;
  private volatile Runnable givingBack = () -> {};
  private long last;

  public InMemoryTimerStore(InMemoryTransactions transactions) {
    this(transactions, System::nanoTime);
  }

  /**
   * Set up with a clock of its own for leases.
   *
   * @param nanoTime grows; what {@link System#nanoTime()} is for others
   */
  public InMemoryTimerStore(InMemoryTransactions transactions, LongSupplier nanoTime) {
    this.transactions = transactions;
    this.nanoTime = nanoTime;
    this.rows = new InMemoryTable<>(transactions);
    this.due = new InMemoryTable<>(transactions);
    this.lanes = new InMemoryTable<>(transactions);
    this.waiting = new InMemoryTable<>(transactions);
  }

  private record Name(String kind, String key) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::kind).thenComparing(Name::key);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }
  }

  private record Due(Instant at, long id) implements Comparable<Due> {
    private static final Comparator<Due> ORDER =
        Comparator.comparing(Due::at).thenComparing(Due::id);

    @Override
    public int compareTo(Due other) {
      return ORDER.compare(this, other);
    }
  }

  private record Place(String lane, long id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::lane).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** A timer; nobody takes it before its lease or pause ends; dead when it has a time of death. */
  private record Row(
      long id,
      Name name,
      String lane,
      Instant dueAt,
      int attempts,
      long fence,
      boolean taken,
      OptionalLong heldUntil,
      String error,
      Optional<Instant> diedAt) {

    TimerClaim claim() {
      return new TimerClaim(id, name.kind(), name.key(), dueAt, attempts, fence);
    }

    Row held(long until) {
      return new Row(
          id,
          name,
          lane,
          dueAt,
          attempts + 1,
          fence + 1,
          true,
          OptionalLong.of(until),
          error,
          diedAt);
    }

    Row until(long nanos) {
      return new Row(
          id,
          name,
          lane,
          dueAt,
          attempts,
          fence,
          true,
          OptionalLong.of(nanos),
          error,
          Optional.empty());
    }

    Row back(Instant at, int tried, OptionalLong until, String why) {
      return new Row(id, name, lane, at, tried, fence, false, until, why, Optional.empty());
    }

    Row dead(Instant at, String why) {
      return new Row(
          id, name, lane, dueAt, attempts, fence, true, OptionalLong.empty(), why, Optional.of(at));
    }

    boolean leasedAt(long now) {
      return taken && heldAt(now);
    }

    boolean heldAt(long now) {
      return heldUntil.isPresent() && heldUntil.getAsLong() - now > 0;
    }
  }

  @Override
  public void add(NewTimer timer) {
    transactions.run(
        () -> {
          Name name = new Name(timer.kind(), timer.key());
          if (waiting.get(name).isEmpty()) {
            last++;
            write(
                new Row(
                    last,
                    name,
                    timer.lane(),
                    timer.dueAt(),
                    0,
                    0,
                    false,
                    OptionalLong.empty(),
                    "",
                    Optional.empty()));
          }
        });
  }

  @Override
  public void ensure(NewTimer timer) {
    transactions.run(
        () -> {
          Name name = new Name(timer.kind(), timer.key());
          if (rows.all().stream().noneMatch(r -> r.name.equals(name) && r.diedAt.isEmpty())) {
            add(timer);
          }
        });
  }

  @Override
  public void cancel(String kind, String key) {
    transactions.run(
        () -> {
          Name name = new Name(kind, key);
          long now = nanoTime.getAsLong();
          rows.all().stream()
              .filter(row -> row.name.equals(name) && row.diedAt.isEmpty() && !row.leasedAt(now))
              .forEach(this::erase);
        });
  }

  @Override
  public List<TimerClaim> claim(
      Set<String> kinds, Instant now, Duration lease, int limit, Set<Long> except) {
    return transactions.run(
        () -> {
          long nanos = nanoTime.getAsLong();
          List<Row> free =
              due.read(
                  all ->
                      all.headMap(new Due(now, Long.MAX_VALUE), true).values().stream()
                          .map(id -> rows.get(id).orElseThrow())
                          .filter(row -> kinds.contains(row.name.kind()))
                          .filter(row -> !except.contains(row.id))
                          .filter(row -> !row.heldAt(nanos) && first(row))
                          .limit(limit)
                          .toList());
          List<TimerClaim> claims = new ArrayList<>();
          for (Row row : free) {
            Row held = row.held(nanos + lease.toNanos());
            erase(row);
            write(held);
            claims.add(held.claim());
          }
          return claims;
        });
  }

  private boolean first(Row row) {
    return row.lane.isEmpty()
        || lanes
            .read(all -> Optional.ofNullable(all.ceilingEntry(new Place(row.lane, 0))))
            .filter(entry -> entry.getValue() == row.id)
            .isPresent();
  }

  @Override
  public boolean renew(TimerClaim claim, Duration lease) {
    return transactions.run(
        () -> {
          Optional<Row> row = latest(claim);
          row.ifPresent(r -> rows.put(r.id, r.until(nanoTime.getAsLong() + lease.toNanos())));
          return row.isPresent();
        });
  }

  @Override
  public boolean complete(TimerClaim claim) {
    return transactions.run(
        () -> {
          Optional<Row> row = latest(claim);
          row.ifPresent(this::erase);
          return row.isPresent();
        });
  }

  @Override
  public void giveBack(TimerClaim claim, Duration pause, String error) {
    giveBack(claim, 0, pause, error);
  }

  @Override
  public void postpone(TimerClaim claim, Duration pause, String why) {
    giveBack(claim, 1, pause, why);
  }

  /** Do this before any timer is given back. */
  void whenGivingBack(Runnable action) {
    givingBack = action;
  }

  private void giveBack(TimerClaim claim, int uncounted, Duration pause, String why) {
    givingBack.run();
    OptionalLong until = OptionalLong.of(nanoTime.getAsLong() + pause.toNanos());
    transactions.run(
        () ->
            latest(claim)
                .ifPresent(
                    row -> {
                      erase(row);
                      if (waiting.get(row.name).isEmpty()) {
                        write(row.back(row.dueAt, row.attempts - uncounted, until, why));
                      }
                    }));
  }

  @Override
  public void hurry() {
    transactions.run(
        () ->
            rows.all().stream()
                .filter(row -> !row.taken && row.heldUntil.isPresent())
                .forEach(
                    row -> {
                      erase(row);
                      write(row.back(row.dueAt, row.attempts, OptionalLong.empty(), row.error));
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

  private Optional<Row> latest(TimerClaim claim) {
    return rows.get(claim.id())
        .filter(row -> row.fence == claim.fence() && row.taken && row.diedAt.isEmpty());
  }

  @Override
  public List<DeadTimer> dead(int limit) {
    return rows.all().stream()
        .flatMap(row -> row.diedAt.map(at -> dead(row, at)).stream())
        .sorted(Comparator.comparing(DeadTimer::diedAt).thenComparing(DeadTimer::id).reversed())
        .limit(limit)
        .toList();
  }

  private static DeadTimer dead(Row row, Instant at) {
    return new DeadTimer(row.id, row.name.kind(), row.name.key(), row.attempts, row.error, at);
  }

  @Override
  public boolean revive(long id, Instant now) {
    return transactions.run(
        () -> {
          Optional<Row> row = rows.get(id).filter(r -> r.diedAt.isPresent());
          row.ifPresent(
              r -> {
                erase(r);
                if (waiting.get(r.name).isEmpty()) {
                  write(r.back(now, 0, OptionalLong.empty(), r.error));
                }
              });
          return row.isPresent();
        });
  }

  @Override
  public long waiting(Instant now) {
    long nanos = nanoTime.getAsLong();
    return rows.all().stream()
        .filter(row -> row.diedAt.isEmpty() && !row.leasedAt(nanos) && !row.dueAt.isAfter(now))
        .count();
  }

  private void write(Row row) {
    rows.put(row.id, row);
    if (row.diedAt.isPresent()) {
      return;
    }
    due.put(new Due(row.dueAt, row.id), row.id);
    if (!row.lane.isEmpty()) {
      lanes.put(new Place(row.lane, row.id), row.id);
    }
    if (!row.taken) {
      waiting.put(row.name, row.id);
    }
  }

  private void erase(Row row) {
    rows.remove(row.id);
    due.remove(new Due(row.dueAt, row.id));
    lanes.remove(new Place(row.lane, row.id));
    if (waiting.get(row.name).filter(id -> id == row.id).isPresent()) {
      waiting.remove(row.name);
    }
  }
}
