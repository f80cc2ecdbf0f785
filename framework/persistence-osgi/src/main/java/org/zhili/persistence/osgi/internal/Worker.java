package org.zhili.persistence.osgi.internal;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread on which schemas are opened, so that no bundle waits for another's migration. */
final class Worker implements AutoCloseable {

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread daemon = new Thread(work, "zhili-database");
            daemon.setDaemon(true);
            return daemon;
          });

  Worker() {
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.setRemoveOnCancelPolicy(true);
  }

  /** Run work some seconds from now; after {@link #close} not at all. */
  ScheduledFuture<?> after(int seconds, Runnable work) {
    return thread.schedule(work, seconds, TimeUnit.SECONDS);
  }

  /** Take no more work; what runs ends by itself, since an interrupt could break a migration. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
