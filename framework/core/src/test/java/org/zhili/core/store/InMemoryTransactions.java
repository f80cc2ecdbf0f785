package org.zhili.core.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over {@link InMemoryTable}s: one at a time, and what failed is undone write by
 * write.
 *
 * <p>Everything a database promises holds, also that a nested failure somebody caught cannot be
 * hidden from the outermost call.
 */
public final class InMemoryTransactions implements Transactions {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Running running;

  @Override
  public <T> T run(Supplier<T> work) {
    return in(new Running(false), work);
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return in(new Running(true), work);
  }

  private <T> T in(Running mine, Supplier<T> work) {
    T answer;
    lock.lock();
    try {
      if (running != null) {
        return nested(running, mine.reads, work);
      }
      running = mine;
      answer = outermost(mine, work);
    } finally {
      if (running == mine) {
        running = null;
      }
      lock.unlock();
    }
    mine.afterCommit.forEach(InMemoryTransactions::quietly);
    return answer;
  }

  @Override
  public void afterCommit(Runnable action) {
    writing().afterCommit.add(action);
  }

  /** Remember how to undo what was just written. */
  void onRollback(Runnable undo) {
    writing().undo.push(undo);
  }

  private Running writing() {
    if (running == null || running.reads || !lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("no transaction that writes runs on this thread");
    }
    return running;
  }

  private static <T> T nested(Running running, boolean reads, Supplier<T> work) {
    if (running.reads && !reads) {
      throw new IllegalStateException("a write inside a read");
    }
    boolean done = false;
    try {
      T answer = work.get();
      done = true;
      return answer;
    } catch (StoreConflict conflict) {
      running.conflict = true;
      throw conflict;
    } finally {
      running.failed |= !done;
    }
  }

  private static <T> T outermost(Running mine, Supplier<T> work) {
    boolean done = false;
    try {
      T answer = work.get();
      mine.end();
      done = true;
      return answer;
    } finally {
      if (!done) {
        mine.undo.forEach(Runnable::run);
      }
    }
  }

  private static void quietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException ignored) {
      // the commit stands, and the other actions have their turn
    }
  }

  private static final class Running {
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final boolean reads;
    private boolean failed;
    private boolean conflict;

    Running(boolean reads) {
      this.reads = reads;
    }

    void end() {
      if (conflict) {
        throw new StoreConflict("rolled back, because a nested call met a conflict");
      }
      if (failed) {
        throw new IllegalStateException("rolled back, because a nested call failed");
      }
    }
  }
}
