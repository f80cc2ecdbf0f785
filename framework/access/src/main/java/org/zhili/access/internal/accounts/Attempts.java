package org.zhili.access.internal.accounts;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.zhili.resources.security.Audit;

/**
 * Lets attempts to log in through as {@link Lockouts} says, and writes down those in vain: one line
 * for each account, network and quarter of an hour, and in that time no more lines than an audit
 * can bear, however many try. Thread-safe.
 */
public final class Attempts {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_LINES = 1_000;

  private final Lockouts lockouts;
  private final LongSupplier nanoTime;
  private final Set<String> written = new HashSet<>();
  private long windowStart;

  /**
   * Set up.
   *
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public Attempts(Lockouts lockouts, LongSupplier nanoTime) {
    this.lockouts = lockouts;
    this.nanoTime = nanoTime;
    this.windowStart = nanoTime.getAsLong();
  }

  /** Ask whether a password may be tried, as {@link Lockouts#attempt}. */
  Optional<Duration> attempt(String name, String network) {
    Optional<Duration> locked = lockouts.attempt(name, network);
    locked.ifPresent(pause -> note(known(name, network), "login.locked", network));
    return locked;
  }

  /** It was the right password. */
  void succeeded(String name, String network) {
    lockouts.succeeded(name, network);
  }

  /**
   * It was not.
   *
   * @param account empty when there is none of the name, which may be a password in the wrong field
   */
  void failed(Optional<String> account, String network) {
    note(account.orElse("-"), "login.failed", network);
  }

  /** A name is written where it has just failed as an account's. */
  private synchronized String known(String name, String network) {
    return written.contains(line(name, "login.failed", network)) ? name : "-";
  }

  private void note(String name, String action, String network) {
    if (first(line(name, action, network))) {
      Audit.note(name, action, network, "");
    }
  }

  private static String line(String name, String action, String network) {
    return action + " " + name + " " + network;
  }

  private synchronized boolean first(String line) {
    long now = nanoTime.getAsLong();
    if (now - windowStart >= WINDOW.toNanos()) {
      written.clear();
      windowStart = now;
    }
    return written.size() < MOST_LINES && written.add(line);
  }
}
