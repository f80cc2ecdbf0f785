package org.zhili.persistence.internal.durability;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Synchronises once a second, and only when something was committed since. */
final class TimedSync implements CommitSync {

  private static final Logger LOG = LoggerFactory.getLogger(TimedSync.class);

  private final DataSource source;
  private final WriteTurn turn;
  private final AtomicBoolean dirty = new AtomicBoolean();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "zhili-checkpoint");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<?> repeating;

  TimedSync(DataSource source, WriteTurn turn) {
    this.source = source;
    this.turn = turn;
    this.repeating = timer.scheduleWithFixedDelay(this::sync, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void committed(Connection connection) {
    dirty.set(true);
  }

  @Override
  public void close() {
    repeating.cancel(false);
    timer.shutdown();
    sync();
  }

  private void sync() {
    if (!dirty.getAndSet(false)) {
      return;
    }
    try {
      turn.take();
      try {
        force();
      } finally {
        turn.pass();
      }
      failing.set(false);
    } catch (SQLException | RuntimeException failed) {
      dirty.set(true);
      if (!failing.getAndSet(true)) {
        LOG.warn("cannot force committed work onto the disk; a power cut may lose it", failed);
      }
    }
  }

  private void force() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SYNC);
    }
  }
}
