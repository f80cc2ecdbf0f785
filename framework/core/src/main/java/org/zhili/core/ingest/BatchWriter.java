package org.zhili.core.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.ingest.BatchProcessor.Processed;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.core.ingest.States.Forecast;
import org.zhili.core.store.StoreUnavailable;

/**
 * Brings messages into the store, whatever it takes: waits while the store is away, makes a batch
 * anew when another writer was faster, and cuts a batch in halves until the one message that cannot
 * be stored is found and parked. A message is acknowledged once it is stored. Thread-safe.
 */
final class BatchWriter {
  /** How often a message is tried alone before it is parked. */
  static final int TRIES = 5;

  /** How often a batch is made anew before it is taken for unstorable. */
  static final int CONFLICTS = 10;

  /** How many readings one transaction takes; messages that report more are stored in parts. */
  static final int READINGS = 20_000;

  /** How long messages wait for each other's drivers; many take less for a whole batch. */
  private static final Duration MOMENT = Duration.ofMillis(50);

  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

  /**
   * Where a batch goes.
   *
   * @param committed told of every batch after its messages were acknowledged
   */
  record Target(
      States states, IngestStore store, IngestCounters counters, Consumer<Processed> committed) {}

  /**
   * Messages on their way into the store.
   *
   * @param items what decoding made of them; empty when that is still to be done
   * @param ahead what all other stages made of them; empty when that is still to be done
   * @param aside those that came with them, and whose drivers take longer
   */
  record Batch(
      List<Entry> entries,
      Optional<List<Item>> items,
      Optional<Ahead> ahead,
      List<Decoding.Group> aside) {
    Batch(List<Entry> entries) {
      this(entries, Optional.empty(), Optional.empty(), List.of());
    }
  }

  /** What is to be written if the states it was made from come true. */
  private record Ahead(Forecast forecast, Processed processed) {}

  private final BatchProcessor processor;
  private final Target target;
  private final Patience patience;
  private final InstantSource clock;

  BatchWriter(BatchProcessor processor, Target target, Patience patience, InstantSource clock) {
    this.processor = processor;
    this.target = target;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Make of messages all that can be made while those before them are being stored. What fails is
   * left to {@link #settle}, which finds out which message is to blame; but while the register is
   * away this waits, as it takes the register to know who has to queue. For one thread at a time.
   *
   * @param track takes those whose drivers take longer than a moment
   */
  Batch prepared(List<Entry> entries, SideTrack track) throws InterruptedException {
    Batch batch = new Batch(entries);
    boolean begun = false;
    try {
      Decoding decoding = patiently(() -> processor.begin(entries, track::way));
      List<Decoding.Group> late = decoding.late(MOMENT);
      track.expect(late);
      begun = true;
      List<Item> items = decoding.without(late);
      batch = new Batch(entries(items), Optional.of(items), Optional.empty(), late);
      Optional<Ahead> ahead = batch.items().filter(BatchWriter::fit).map(this::ahead);
      return new Batch(batch.entries(), batch.items(), ahead, late);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.debug("{} messages could not be prepared", entries.size(), e);
      if (!begun) {
        track.awaitEmpty(); // nobody knows who of them has to queue there
      }
      return batch;
    }
  }

  private static List<Entry> entries(List<Item> items) {
    return items.stream().map(Item::entry).toList();
  }

  /** What was under way is a batch when it is over, or from its beginning when it failed. */
  Batch finished(Decoding.Group group) {
    try {
      group.finish();
      List<Item> items = new ArrayList<>(group.items());
      return new Batch(group.entries(), Optional.of(items), Optional.empty(), List.of());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.debug("{} messages could not be prepared", group.items().size(), e);
      return new Batch(group.entries());
    }
  }

  private Ahead ahead(List<Item> items) {
    Forecast forecast = target.states().forecast(BatchProcessor.senders(items));
    Processed processed = processor.apply(items, forecast.states());
    target.states().assume(forecast, processed.batch().states());
    return new Ahead(forecast, processed);
  }

  private static boolean fit(List<Item> items) {
    return items.stream().mapToInt(Item::size).sum() <= READINGS;
  }

  Settled settle(List<Entry> entries) throws InterruptedException {
    return settle(new Batch(entries));
  }

  /**
   * Store and acknowledge the messages, in order.
   *
   * @throws InterruptedException when the town is leaving; what is not acknowledged may or may not
   *     be stored, and has to come again
   */
  Settled settle(Batch batch) throws InterruptedException {
    List<Entry> entries = batch.entries();
    if (entries.isEmpty()) {
      return new Settled(List.of(), 0);
    }
    RuntimeException failure;
    try {
      return write(batch);
    } catch (RuntimeException e) {
      failure = e;
    } catch (LinkageError | StackOverflowError e) {
      failure = new IllegalStateException(e);
    }
    if (entries.size() == 1) {
      return alone(entries.get(0), failure);
    }
    return halves(entries);
  }

  private Settled halves(List<Entry> entries) throws InterruptedException {
    int half = entries.size() / 2;
    return settle(entries.subList(0, half)).plus(settle(entries.subList(half, entries.size())));
  }

  /** End all waiting; what is not stored by now is given up. */
  void leave() {
    patience.callOff();
  }

  boolean isLeaving() {
    return patience.isOver();
  }

  private Settled alone(Entry entry, RuntimeException first) throws InterruptedException {
    RuntimeException failure = first;
    for (int tries = 1; tries < TRIES; tries++) {
      patience.pause(tries);
      try {
        return write(new Batch(List.of(entry)));
      } catch (RuntimeException e) {
        failure = e;
      } catch (LinkageError | StackOverflowError e) {
        failure = new IllegalStateException(e);
      }
    }
    return park(entry, failure);
  }

  private Settled park(Entry entry, RuntimeException failure) throws InterruptedException {
    Quarantined parked = processor.parked(entry, String.valueOf(failure.getMessage()));
    LOG.warn(
        "message {} on {} cannot be stored and is parked in quarantine",
        parked.id(),
        parked.message().origin().topic(),
        failure);
    try {
      patiently(
          () -> {
            target.store().park(parked);
            return parked;
          });
    } catch (RuntimeException e) {
      target.counters().unstored.increment();
      LOG.error("message {} cannot even be parked; it gets no receipt", parked.id(), e);
      return new Settled(List.of(parked), 0);
    }
    answered();
    target.counters().parked(parked, clock.instant());
    acknowledge(entry);
    return new Settled(List.of(parked), 0);
  }

  /** One batch in one transaction. */
  private Settled write(Batch batch) throws InterruptedException {
    List<Entry> offered = batch.entries();
    List<Item> items =
        batch.items().isPresent()
            ? batch.items().get()
            : patiently(() -> processor.decode(new ArrayList<>(offered)));
    if (offered.size() > 1 && !fit(items)) {
      return halves(offered);
    }
    Optional<Processed> ready =
        batch.ahead().filter(ahead -> target.states().hold(ahead.forecast())).map(Ahead::processed);
    for (int conflicts = 0; conflicts < CONFLICTS; conflicts++) {
      if (conflicts > 2) {
        patience.pause(conflicts - 2);
      }
      Processed processed = ready.isPresent() ? ready.get() : afresh(items);
      ready = Optional.empty();
      Outcome outcome = patiently(() -> target.states().write(processed.batch()));
      if (outcome instanceof Outcome.Conflict conflict) {
        target.counters().conflicts.increment();
        forget(conflict.gone(), items);
      } else {
        answered();
        committed(processed, items);
        return new Settled(processed.batch().quarantined(), offered.size() - items.size());
      }
    }
    throw new IllegalStateException("other writers were faster " + CONFLICTS + " times in a row");
  }

  /** From what is stored; nobody may build on what was assumed instead. */
  private Processed afresh(List<Item> items) throws InterruptedException {
    target.states().doubt();
    return patiently(
        () -> processor.apply(items, target.states().of(BatchProcessor.senders(items))));
  }

  /** Messages that somebody else released from quarantine are settled. */
  private static void forget(Set<UUID> gone, List<Item> items) {
    if (!gone.isEmpty()) {
      items.removeIf(item -> item.entry().released().map(gone::contains).orElse(false));
    }
  }

  private void committed(Processed processed, List<Item> items) {
    int offered = 0;
    for (Item item : items) {
      offered += item.entry().replayed() ? 0 : 1;
      acknowledge(item.entry());
    }
    target.counters().committed(processed, offered, clock.instant());
    target.committed().accept(processed);
  }

  private static void acknowledge(Entry entry) {
    try {
      entry.receipt().acknowledge();
    } catch (RuntimeException e) {
      LOG.warn("a connector broke on a receipt; the message is stored and will come again", e);
    }
  }

  /** Something was written; what is only read may come from memory. */
  private void answered() {
    target
        .counters()
        .available()
        .ifPresent(since -> LOG.info("the store answers again; it was away since {}", since));
  }

  /** Do it again, and again, as long as the store is away. */
  private <T> T patiently(Supplier<T> work) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return work.get();
      } catch (StoreUnavailable e) {
        if (target.counters().unavailable(clock.instant())) {
          LOG.warn("the store does not answer; messages wait until it does", e);
        }
        patience.pause(tries);
      }
    }
  }
}
