package org.zhili.core.ingest;

import java.time.Instant;
import java.util.function.IntUnaryOperator;

/**
 * Forgets readings and alarms that are older than the city keeps them. In small transactions, so
 * that ingestion goes on beside. Thread-safe and idempotent.
 */
public final class History {
  private static final int CHUNK = 2_000;

  private final IngestStore store;
  private final IngestSettings settings;

  History(IngestStore store, IngestSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /** Forget what is too old by now. */
  public void forget(Instant now) {
    Instant readings = now.minus(settings.readingsAge());
    Instant alarms = now.minus(settings.alarmsAge());
    all(limit -> store.forgetReadings(readings, limit));
    all(limit -> store.forgetAlarms(alarms, limit));
  }

  private static void all(IntUnaryOperator forget) {
    while (forget.applyAsInt(CHUNK) == CHUNK) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
