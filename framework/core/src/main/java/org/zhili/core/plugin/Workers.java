package org.zhili.core.plugin;

import java.lang.ref.WeakReference;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one plug-in: as many as there are calls, kept for a while, named after it. No two
 * plug-ins share a thread, so what one leaves behind on it (thread locals, a class loader) goes
 * when the plug-in goes.
 */
final class Workers implements Executor {
  private static final long IDLE_SECONDS = 30;

  private final AtomicInteger made = new AtomicInteger();
  private final ThreadPoolExecutor threads;

  Workers(String plugin, @Nullable ClassLoader loader) {
    // whoever holds a plug-in that left holds these too, and should not hold its classes
    WeakReference<@Nullable ClassLoader> classes = new WeakReference<>(loader);
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> new Worker(work, name(plugin), classes.get())) {
          @Override
          protected void afterExecute(Runnable work, @Nullable Throwable thrown) {
            Worker.retireDemoted();
          }
        };
  }

  private String name(String plugin) {
    return "zhili-plugin-" + plugin + "-" + made.incrementAndGet();
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /** Let idle threads end now, and busy ones when they are done. */
  void dismiss() {
    threads.shutdown();
  }
}
