package org.zhili.resources.export;

import java.io.IOException;
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
    if (!isTaken()) {
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
   * Write; false, with nothing written, when too many others write and none ends within seconds.
   *
   * @throws IOException when what is written to breaks
   */
  boolean write(Writing work) throws IOException {
    if (!isTaken()) {
      return false;
    }
    try {
      work.write();
      return true;
    } finally {
      free.release();
    }
  }

  private boolean isTaken() {
    try {
      return free.tryAcquire(SOON.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
