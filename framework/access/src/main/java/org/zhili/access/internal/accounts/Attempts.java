package org.zhili.access.internal.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.zhili.resources.security.FoldedAudit;

/**
 * Lets attempts to log in through as {@link Lockouts} says, and writes down those in vain: one line
 * for each account, network and quarter of an hour. Thread-safe.
 */
public final class Attempts {
  private static final String FAILED = "login.failed";

  private final Lockouts lockouts;
  private final FoldedAudit audit;

  /**
   * Set up.
   *
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public Attempts(Lockouts lockouts, LongSupplier nanoTime) {
    this.lockouts = lockouts;
    this.audit = new FoldedAudit(nanoTime);
  }

  /** Ask whether a password may be tried, as {@link Lockouts#attempt}. */
  Optional<Duration> attempt(String name, String network) {
    Optional<Duration> locked = lockouts.attempt(name, network);
    locked.ifPresent(pause -> audit.note(known(name, network), "login.locked", network, ""));
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
    audit.note(account.orElse("-"), FAILED, network, "");
  }

  /** A name is written where it has just failed as an account's. */
  private String known(String name, String network) {
    return audit.wrote(name, FAILED, network) ? name : "-";
  }
}
