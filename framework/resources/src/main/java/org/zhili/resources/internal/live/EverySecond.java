package org.zhili.resources.internal.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.zhili.core.plugin.Registration;

/** Beats once a second of real time, on a thread of its own that is there while it beats. */
public final class EverySecond implements Watch.Beat {
  @Override
  public Registration begin(Runnable look) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(EverySecond::daemon);
    ScheduledFuture<?> beat = thread.scheduleWithFixedDelay(look, 1, 1, TimeUnit.SECONDS);
    return () -> {
      beat.cancel(false);
      thread.shutdown();
    };
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "zhili-live");
    thread.setDaemon(true);
    return thread;
  }
}
