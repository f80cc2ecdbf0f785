package org.zhili.resources.internal.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.RemoteNetwork;

/** How often somebody may ask or report without a login: per code, and per network address. */
public final class LookupLimits {
  private static final int KEYS = 10_000;

  private final TokenBuckets codes;
  private final TokenBuckets addresses;
  private final TokenBuckets appeals;
  private final TokenBuckets searches;
  private final TokenBuckets reports;

  /**
   * Set up: 20 at once and 40 a minute for a code, which is two pages that ask every three seconds;
   * 60 at once and 60 a minute for an address that asks for what is not there; and 3 appeals at
   * once and one an hour for a case. Of one address, 30 searches at once and 30 a minute for what
   * was reported nearby, and 10 reports at once and 20 an hour.
   *
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public LookupLimits(LongSupplier nanoTime) {
    codes = new TokenBuckets(20, Duration.ofMillis(1500), KEYS, nanoTime);
    addresses = new TokenBuckets(60, Duration.ofSeconds(1), KEYS, nanoTime);
    appeals = new TokenBuckets(3, Duration.ofHours(1), KEYS, nanoTime);
    searches = new TokenBuckets(30, Duration.ofSeconds(2), KEYS, nanoTime);
    reports = new TokenBuckets(10, Duration.ofMinutes(3), KEYS, nanoTime);
  }

  /** Let a look-up pass, or refuse it with the time to wait. */
  void pass(String code, String address) {
    addresses
        .take(RemoteNetwork.of(address))
        .or(() -> codes.take(code(code)))
        .ifPresent(
            pause -> {
              throw Trouble.TOO_MANY_LOOKUPS.retryAfter(pause);
            });
  }

  /**
   * Tell that there was a case to see: many neighbours share an address, and each may follow
   * theirs.
   */
  void found(String address) {
    addresses.giveBack(RemoteNetwork.of(address));
  }

  /** Let an appeal to those who handle a case pass, or refuse it with the time to wait. */
  void appeal(String code) {
    appeals
        .take(code(code))
        .ifPresent(
            pause -> {
              throw Trouble.TOO_MANY_APPEALS.retryAfter(pause);
            });
  }

  /** Let a search for cases nearby pass, or refuse it with the time to wait. */
  public void search(String address) {
    take(searches, address, Trouble.TOO_MANY_LOOKUPS);
  }

  /** Let a report pass, or refuse it with the time to wait. */
  public void report(String address) {
    take(reports, address, Trouble.TOO_MANY_REPORTS);
  }

  private static void take(TokenBuckets buckets, String address, Trouble otherwise) {
    buckets
        .take(RemoteNetwork.of(address))
        .ifPresent(
            pause -> {
              throw otherwise.retryAfter(pause);
            });
  }

  /** Codes of any length count, but only so much of them is remembered. */
  private static String code(String code) {
    return code.substring(0, Math.min(code.length(), 16)).toUpperCase(Locale.ROOT);
  }
}
