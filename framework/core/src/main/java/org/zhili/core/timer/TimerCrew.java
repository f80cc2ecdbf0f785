package org.zhili.core.timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that do rounds over some kinds of timers, and rest when nothing is due. */
final class TimerCrew implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TimerCrew.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final TimerRound round;
  private final Duration poll;
  private final List<Thread> threads = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private long kicks;

  TimerCrew(String name, TimerRound round, Duration poll) {
    this.name = name;
    this.round = round;
    this.poll = poll;
  }

  void start(int workers) {
    for (int i = 0; i < workers; i++) {
      Thread thread = new Thread(this::work, "zhili-timers-" + name + "-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Look for due timers now rather than at the next poll. */
  void kick() {
    lock.lock();
    try {
      kicks++;
      wake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Take no more timers. */
  void leave() {
    round.leave();
    kick();
  }

  /** Wait a while for those under way. */
  @Override
  public void close() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= awaited(thread, end);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Wait for the end of a thread until that time; answers whether somebody interrupted that. */
  private static boolean awaited(Thread thread, long end) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  int runDue() {
    return round.runDue();
  }

  private void work() {
    while (!round.isLeaving()) {
      long seen = kicksNow();
      int done = 0;
      try {
        done = round.runDue();
      } catch (RuntimeException e) {
        LOG.warn("Timers could not be claimed; trying again: {}", e.toString());
      } catch (Throwable e) {
        LOG.error("A worker goes on after an error; its timers wait for the end of their lease", e);
      }
      if (done == 0) {
        rest(seen);
      }
    }
  }

  private long kicksNow() {
    lock.lock();
    try {
      return kicks;
    } finally {
      lock.unlock();
    }
  }

  private void rest(long seen) {
    lock.lock();
    try {
      long nanos = poll.toNanos();
      while (kicks == seen && !round.isLeaving() && nanos > 0) {
        nanos = wake.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      round.leave();
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
