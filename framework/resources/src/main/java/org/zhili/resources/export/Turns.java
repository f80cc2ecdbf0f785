package org.zhili.resources.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few do at a time what takes much memory. Thread-safe. */
public final class Turns {
  private static final Duration SOON = Duration.ofSeconds(3);

  private final Semaphore free;

  public Turns(int most) {
    free = new Semaphore(most);
  }

  /** Whether somebody has a turn within seconds. */
  boolean isFreeSoon() {
    return soon(() -> Boolean.TRUE).isPresent();
  }

  /** Do the work; empty when too many others do theirs and none ends within seconds. */
  public <T> Optional<T> soon(Supplier<T> work) {
    try {
      if (!free.tryAcquire(SOON.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      free.release();
    }
  }

  /** Something that is written. */
  interface Writing {
    void write() throws IOException;
  }

  /**
   * Write when it is one's turn.
   *
   * @throws IOException when that is not within this time
   */
  void when(Duration patience, Writing work) throws IOException {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new InterruptedIOException("too many others write");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while it waited");
    }
    try {
      work.write();
    } finally {
      free.release();
    }
  }
}
