package org.zhili.resources.internal.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.RemoteNetwork;

/** How often somebody may look up without a login: per code, and per network address. */
public final class LookupLimits {
  private static final int KEYS = 10_000;

  private final TokenBuckets codes;
  private final TokenBuckets addresses;
  private final TokenBuckets appeals;

  /**
   * Set up: 10 at once and 10 a minute for a code, 60 at once and 60 a minute for an address, and 3
   * appeals at once and one an hour for a case.
   *
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public LookupLimits(LongSupplier nanoTime) {
    codes = new TokenBuckets(10, Duration.ofSeconds(6), KEYS, nanoTime);
    addresses = new TokenBuckets(60, Duration.ofSeconds(1), KEYS, nanoTime);
    appeals = new TokenBuckets(3, Duration.ofHours(1), KEYS, nanoTime);
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

  /** Let an appeal to those who handle a case pass, or refuse it with the time to wait. */
  void appeal(String code) {
    appeals
        .take(code(code))
        .ifPresent(
            pause -> {
              throw Trouble.TOO_MANY_APPEALS.retryAfter(pause);
            });
  }

  /** Codes of any length count, but only so much of them is remembered. */
  private static String code(String code) {
    return code.substring(0, Math.min(code.length(), 16)).toUpperCase(Locale.ROOT);
  }
}
