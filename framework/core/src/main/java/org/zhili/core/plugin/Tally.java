package org.zhili.core.plugin;

import java.time.Duration;
import java.util.List;
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
  private final AtomicInteger hanging = new AtomicInteger();
  private volatile Optional<String> lastError = Optional.empty();

  void began() {
    inFlight.incrementAndGet();
  }

  void ended() {
    inFlight.decrementAndGet();
  }

  void worked(long nanos) {
    busyNanos.add(nanos);
  }

  /** A call is left to itself; says how many of them there are now. */
  int abandoned() {
    return hanging.incrementAndGet();
  }

  void cameBack() {
    hanging.decrementAndGet();
  }

  int hanging() {
    return hanging.get();
  }

  boolean isQuiet() {
    return inFlight.get() == 0 && hanging.get() == 0;
  }

  <R> void count(List<Answer<R>> answers) {
    for (Answer<R> answer : answers) {
      if (answer instanceof Answer.Given) {
        given.increment();
      } else if (answer instanceof Answer.Withdrawn) {
        withdrawn.increment();
      } else if (answer instanceof Answer.Overran) {
        overran.increment();
      } else { // Answer is sealed; Broke is the one that is left
        broke.increment();
        lastError = Optional.of(((Answer.Broke<R>) answer).error());
      }
    }
  }

  PluginStatus status(
      Class<?> spi, PluginIdentity plugin, PluginStatus.State state, List<Text> reasons) {
    return new PluginStatus(
        spi.getSimpleName(),
        plugin,
        state,
        reasons,
        inFlight.get(),
        hanging.get(),
        new PluginStatus.Counts(given.sum(), withdrawn.sum(), overran.sum(), broke.sum()),
        Duration.ofNanos(busyNanos.sum()),
        lastError);
  }
}
