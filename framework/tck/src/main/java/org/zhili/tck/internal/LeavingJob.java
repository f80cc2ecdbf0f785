package org.zhili.tck.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zhili.module.Contribution;
import org.zhili.module.JobContext;

/** Runs a job whose module is told to leave as soon as the job has asked once. */
public final class LeavingJob {
  private static final Instant DUE = Instant.parse("2026-03-02T01:00:00Z");

  private LeavingJob() {}

  /** Whether the module stays when asked for the first time, and never after. */
  private static final class Leaving implements JobContext {
    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public Instant due() {
      return DUE;
    }

    @Override
    public boolean stopping() {
      return asked.getAndSet(true);
    }
  }

  /** Run it; one that goes on for longer, or throws, breaks the rule. */
  public static void run(Rule rule, Contribution.Job job, Duration most)
      throws InterruptedException {
    Callable<Boolean> running =
        () -> {
          job.task().run(new Leaving());
          return true;
        };
    FutureTask<Boolean> run = new FutureTask<>(running);
    Thread thread = new Thread(run, job.id());
    thread.setDaemon(true);
    thread.start();
    try {
      run.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      rule.broken(job.id(), "an end within " + most + " of stopping()", "it goes on");
    } catch (ExecutionException e) {
      rule.broken(job.id(), "an end without an exception", String.valueOf(e.getCause()));
    }
  }
}
