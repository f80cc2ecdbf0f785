package org.zhili.persistence.internal.durability;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.Vendor;

/**
 * Whose turn it is to write.
 *
 * <p>H2 brings its tables to the file one by one while other transactions go on changing them.
 * After kills under load, committed changes of one were found undone when the file was opened
 * again. So on H2 nobody writes beside anybody else. PostgreSQL needs no turns.
 */
public final class WriteTurn {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Optional<ReentrantLock> turn;

  private WriteTurn(Optional<ReentrantLock> turn) {
    this.turn = turn;
  }

  public static WriteTurn of(Vendor vendor) {
    return new WriteTurn(
        vendor == Vendor.H2 ? Optional.of(new ReentrantLock(true)) : Optional.empty());
  }

  /**
   * Wait for one's turn.
   *
   * @throws DatabaseFailure when it does not come within 10 s ({@link Kind#UNAVAILABLE})
   */
  public void take() {
    if (turn.isPresent() && !comes(turn.get())) {
      throw new DatabaseFailure(Kind.UNAVAILABLE, "others write for too long", null);
    }
  }

  /** Who is interrupted waits all the same, as who already writes would go on. */
  private static boolean comes(ReentrantLock turn) {
    long end = System.nanoTime() + LIMIT.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return turn.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Let the next one write. */
  public void pass() {
    turn.ifPresent(ReentrantLock::unlock);
  }
}
