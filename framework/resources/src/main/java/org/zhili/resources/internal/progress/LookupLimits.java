package org.zhili.resources.internal.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.RemoteNetwork;

/**
 * How often somebody may ask or report without a login: per code, per network address, and of
 * reports in the whole town.
 */
public final class LookupLimits {
  private static final int KEYS = 10_000;
  private static final String TOWN = "town";

  /** How many reports an hour are one at once. */
  private static final int BURST = 6;

  /** As many reports of residents an hour as a town of some hundred thousand has on a bad day. */
  public static final int TOWN_REPORTS = 600;

  private final TokenBuckets codes;
  private final TokenBuckets addresses;
  private final TokenBuckets appeals;
  private final TokenBuckets searches;
  private final TokenBuckets siteSearches;
  private final TokenBuckets reports;
  private final TokenBuckets siteReports;
  private final TokenBuckets townReports;

  /**
   * Set up. Everything is counted on each node for itself and since it began, so that a town of
   * several nodes lets as many times more through: 20 at once and 40 a minute for a code, which is
   * two pages that ask every three seconds; 60 at once and 60 a minute for an address that asks for
   * what is not there; and 3 appeals at once and one an hour for a case. Of one address, 30
   * searches at once and 30 a minute for what was reported nearby, and 10 reports at once and one a
   * minute; a whole /48 of IPv6 has four times as much. All residents together, so many reports an
   * hour, and a sixth of them at once, which should be more than the town reports on its worst day
   * and less than what buries its desk. When these are used up, only networks wait that have
   * reported within the last minute: a storm makes many report once, and a few who send without end
   * keep nobody else out.
   *
   * <p>Many share an address behind their carrier: when one of them uses it up, the others wait a
   * minute.
   *
   * @param townReports how many reports of residents an hour
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public LookupLimits(int townReports, LongSupplier nanoTime) {
    codes = new TokenBuckets(20, Duration.ofMillis(1500), KEYS, nanoTime);
    addresses = new TokenBuckets(60, Duration.ofSeconds(1), KEYS, nanoTime);
    appeals = new TokenBuckets(3, Duration.ofHours(1), KEYS, nanoTime);
    searches = new TokenBuckets(30, Duration.ofSeconds(2), KEYS, nanoTime);
    siteSearches = new TokenBuckets(120, Duration.ofMillis(500), KEYS, nanoTime);
    reports = new TokenBuckets(10, Duration.ofMinutes(1), KEYS, nanoTime);
    siteReports = new TokenBuckets(40, Duration.ofSeconds(15), KEYS, nanoTime);
    this.townReports =
        new TokenBuckets(
            Math.max(1, townReports / BURST),
            Duration.ofHours(1).dividedBy(townReports),
            1,
            nanoTime);
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
    take(
        Trouble.TOO_MANY_LOOKUPS,
        new Share(searches, RemoteNetwork.of(address)),
        new Share(siteSearches, RemoteNetwork.site(address)));
  }

  /** Let a report pass, or refuse it with the time to wait. */
  public void report(String address) {
    Share network = new Share(reports, RemoteNetwork.of(address));
    Share site = new Share(siteReports, RemoteNetwork.site(address));
    boolean first = network.isWhole() && site.isWhole();
    take(Trouble.TOO_MANY_REPORTS, network, site);
    townReports
        .take(TOWN)
        .filter(pause -> !first)
        .ifPresent(
            pause -> {
              network.giveBack();
              site.giveBack();
              throw Trouble.TOO_MANY_REPORTS.retryAfter(pause);
            });
  }

  /** What one caller takes from. */
  private record Share(TokenBuckets buckets, String key) {
    boolean isWhole() {
      return buckets.isWhole(key);
    }

    void giveBack() {
      buckets.giveBack(key);
    }
  }

  /** Take from all of them; what is refused by one costs the others nothing. */
  private static void take(Trouble otherwise, Share... shares) {
    for (int i = 0; i < shares.length; i++) {
      Optional<Duration> pause = shares[i].buckets().take(shares[i].key());
      if (pause.isPresent()) {
        Stream.of(shares).limit(i).forEach(Share::giveBack);
        throw otherwise.retryAfter(pause.get());
      }
    }
  }

  /** Codes of any length count, but only so much of them is remembered. */
  private static String code(String code) {
    return code.substring(0, Math.min(code.length(), 16)).toUpperCase(Locale.ROOT);
  }
}
