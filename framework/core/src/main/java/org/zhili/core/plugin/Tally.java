package org.zhili.core.plugin;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.zhili.text.Text;

/** The counters of one plug-in. Knows nothing of its classes, so that it may outlive them. */
final class Tally {
  private final LongAdder given = new LongAdder();
  private final LongAdder withdrawn = new LongAdder();
  private final LongAdder overran = new LongAdder();
  private final LongAdder broke = new LongAdder();
  private final LongAdder busyNanos = new LongAdder();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Map<Answer.Why, LongAdder> notAsked = new EnumMap<>(Answer.Why.class);
  private final Latencies latencies = new Latencies();
  private final Hanging hanging = new Hanging();
  private volatile Optional<String> lastError = Optional.empty();

  Tally() {
    for (Answer.Why why : Answer.Why.values()) {
      notAsked.put(why, new LongAdder());
    }
  }

  void waits() {
    waiting.incrementAndGet();
  }

  void waitsNoMore() {
    waiting.decrementAndGet();
  }

  int waiting() {
    return waiting.get();
  }

  void began() {
    inFlight.incrementAndGet();
  }

  void ended() {
    inFlight.decrementAndGet();
  }

  void worked(long nanos) {
    busyNanos.add(nanos);
  }

  /** An answer was given, or refused by an exception, after that time. */
  void took(long nanos) {
    latencies.took(nanos);
  }

  Hanging hanging() {
    return hanging;
  }

  boolean isQuiet() {
    return inFlight.get() == 0 && hanging.count() == 0;
  }

  <R> void count(List<Answer<R>> answers) {
    for (Answer<R> answer : answers) {
      if (answer instanceof Answer.Given) {
        given.increment();
      } else if (answer instanceof Answer.Withdrawn) {
        withdrawn.increment();
      } else if (answer instanceof Answer.Overran) {
        overran.increment();
      } else if (answer instanceof Answer.Broke<R> failed) {
        broke.increment();
        lastError = Optional.of(failed.error());
      } else { // Answer is sealed; NotAsked is the one that is left
        Optional.ofNullable(notAsked.get(((Answer.NotAsked<R>) answer).why()))
            .ifPresent(LongAdder::increment);
      }
    }
  }

  PluginStatus status(
      Class<?> spi,
      PluginIdentity plugin,
      PluginStatus.State state,
      List<Text> reasons,
      List<Circuit> circuits) {
    return new PluginStatus(
        spi.getSimpleName(),
        plugin,
        state,
        reasons,
        inFlight.get(),
        hanging.count(),
        new PluginStatus.Counts(given.sum(), withdrawn.sum(), overran.sum(), broke.sum()),
        Duration.ofNanos(busyNanos.sum()),
        lastError,
        bulkhead(circuits));
  }

  private Bulkhead bulkhead(List<Circuit> circuits) {
    Map<Answer.Why, Long> spared = new EnumMap<>(Answer.Why.class);
    notAsked.forEach((why, adder) -> spared.put(why, adder.sum()));
    return new Bulkhead(
        waiting.get(),
        spared,
        new Bulkhead.Latency(
            latencies.percentile(0.5), latencies.percentile(0.95), latencies.percentile(0.99)),
        hanging.burning(),
        circuits);
  }
}
