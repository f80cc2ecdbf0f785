package org.zhili.core.ingest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what the pipeline does. Thread-safe. */
final class IngestCounters {
  final LongAdder received = new LongAdder();
  final LongAdder conflicts = new LongAdder();
  final LongAdder unstored = new LongAdder();
  final LongAdder dropped = new LongAdder();
  private final LongAdder stored = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder readings = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final Map<Quarantined.Kind, LongAdder> quarantined =
      adders(Quarantined.Kind.class, Quarantined.Kind.values());
  private final Map<Alarm.Disposition, LongAdder> alarms =
      adders(Alarm.Disposition.class, Alarm.Disposition.values());
  private final Rejections rejections = new Rejections();
  private final AtomicReference<@Nullable Instant> lastCommitAt = new AtomicReference<>();
  private final AtomicReference<@Nullable Instant> unavailableSince = new AtomicReference<>();

  void committed(BatchProcessor.Processed processed, int messages, Instant now) {
    IngestBatch batch = processed.batch();
    stored.add(messages);
    duplicates.add(processed.duplicates());
    readings.add(batch.telemetry().size());
    batches.increment();
    batch.quarantined().forEach(this::quarantined);
    judged(batch);
    lastCommitAt.set(now);
  }

  /** Count the alarms of a batch, whether messages or time raised them. */
  void judged(IngestBatch batch) {
    batch.alarms().forEach(alarm -> count(alarms, alarm.disposition()));
  }

  void parked(Quarantined message, Instant now) {
    stored.increment();
    quarantined(message);
    lastCommitAt.set(now);
  }

  /** Note that the store does not answer; true when that is news. */
  boolean unavailable(Instant now) {
    return unavailableSince.compareAndSet(null, now);
  }

  /** Note that the store answers; since when it had not. */
  Optional<Instant> available() {
    return unavailableSince.get() == null
        ? Optional.empty()
        : Optional.ofNullable(unavailableSince.getAndSet(null));
  }

  IngestStatus status(boolean running, int waiting) {
    return new IngestStatus(
        running,
        waiting,
        received.sum(),
        stored.sum(),
        duplicates.sum(),
        readings.sum(),
        batches.sum(),
        conflicts.sum(),
        unstored.sum(),
        sums(Quarantined.Kind.class, quarantined),
        rejections.sums(),
        dropped.sum(),
        sums(Alarm.Disposition.class, alarms),
        Optional.ofNullable(lastCommitAt.get()),
        Optional.ofNullable(unavailableSince.get()));
  }

  private void quarantined(Quarantined message) {
    count(quarantined, message.kind());
    rejections.note(message);
  }

  private static <E extends Enum<E>> void count(Map<E, LongAdder> adders, E key) {
    LongAdder adder = adders.get(key);
    if (adder != null) {
      adder.increment();
    }
  }

  private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type, E[] keys) {
    Map<E, LongAdder> adders = new EnumMap<>(type);
    for (E key : keys) {
      adders.put(key, new LongAdder());
    }
    return adders;
  }

  private static <E extends Enum<E>> Map<E, Long> sums(Class<E> type, Map<E, LongAdder> adders) {
    Map<E, Long> sums = new EnumMap<>(type);
    adders.forEach((key, adder) -> sums.put(key, adder.sum()));
    return sums;
  }
}
