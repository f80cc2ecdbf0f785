package org.zhili.core.ingest;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.ingest.QuarantineStore.Pruned;
import org.zhili.core.store.StoreUnavailable;

/** Keeps the quarantine within its age and size, also under a flood. Thread-safe. */
final class QuarantineBounds {
  private static final Logger LOG = LoggerFactory.getLogger(QuarantineBounds.class);

  private final QuarantineStore store;
  private final IngestSettings settings;
  private final IngestCounters counters;
  private final InstantSource clock;
  private final AtomicLong added = new AtomicLong();

  QuarantineBounds(
      QuarantineStore store,
      IngestSettings settings,
      IngestCounters counters,
      InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.counters = counters;
    this.clock = clock;
  }

  /** Take note of a stored batch; a flood is cut before the next sweep. */
  void noted(IngestBatch batch) {
    for (Quarantined message : batch.quarantined()) {
      added.addAndGet(message.bytes());
    }
    if (added.get() > settings.quarantineBytes() / 16) {
      try {
        keep();
      } catch (StoreUnavailable e) {
        LOG.debug("the quarantine is pruned later", e);
      }
    }
  }

  /** Drop what is too old or too much. */
  void keep() {
    added.set(0);
    Pruned pruned =
        store.prune(clock.instant().minus(settings.quarantineAge()), settings.quarantineBytes());
    if (pruned.messages() > 0) {
      counters.dropped.add(pruned.messages());
      LOG.warn(
          "dropped the oldest {} messages ({} bytes) from quarantine; look at what fills it",
          pruned.messages(),
          pruned.bytes());
    }
  }
}
