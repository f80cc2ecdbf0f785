package org.zhili.resources.internal.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.Registration;

/** Beats once a second of real time, on a thread of its own that is there while it beats. */
public final class EverySecond implements Watch.Beat {
  private static final Logger LOG = LoggerFactory.getLogger(EverySecond.class);

  @Override
  public Registration begin(Runnable look) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(EverySecond::daemon);
    ScheduledFuture<?> beat =
        thread.scheduleWithFixedDelay(() -> safely(look), 1, 1, TimeUnit.SECONDS);
    return () -> {
      beat.cancel(false);
      thread.shutdown();
    };
  }

  /** What goes wrong now must not keep it from being done again. */
  private static void safely(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("What changed is looked at a little later", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "zhili-live");
    thread.setDaemon(true);
    return thread;
  }
}
