package org.zhili.demo.city.people;

import java.util.Optional;
import java.util.Set;
import org.zhili.demo.city.town.Refusal;

/**
 * What people did, and what the town would not let them. That somebody else was faster, or that one
 * is to come again later, is everyday life; anything else is worth a look. Thread-safe.
 */
public final class Doings {
  private static final Set<Integer> EVERYDAY = Set.of(Refusal.NO_ANSWER, 409, 412, 429, 503);

  private long done;
  private long refused;
  private long later;
  private Optional<String> lastRefusal = Optional.empty();

  /** Something somebody does. */
  @FunctionalInterface
  interface Deed {
    void run() throws Refusal;
  }

  /**
   * How it went.
   *
   * @param later the town asked to come again, or somebody else was faster
   */
  public record Count(long done, long later, long refused, Optional<String> lastRefusal) {}

  /** Do it; whether the town let it happen. */
  boolean attempt(Deed deed) {
    try {
      deed.run();
      happened();
      return true;
    } catch (Refusal refusal) {
      refused(refusal);
      return false;
    }
  }

  synchronized void refused(Refusal refusal) {
    if (EVERYDAY.contains(refusal.status())) {
      later++;
    } else {
      refused++;
      lastRefusal = Optional.ofNullable(refusal.getMessage());
    }
  }

  /** Somebody of this program stumbled; told like a refusal, so that it is seen. */
  synchronized void failed(RuntimeException failure) {
    refused++;
    lastRefusal = Optional.of(failure.toString());
  }

  private synchronized void happened() {
    done++;
  }

  public synchronized Count count() {
    return new Count(done, later, refused, lastRefusal);
  }
}
