package org.zhili.access.internal.accounts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Slows down who guesses passwords: after a few failures an account, and after some more a network
 * address, is locked for a while that doubles with each further failure, up to a quarter of an
 * hour.
 *
 * <p>Names are counted whether or not there is such an account, so that the answer tells nothing.
 * From an address where the account has logged in before it is counted by itself: a stranger who
 * keeps guessing cannot lock its owner out.
 *
 * <p>Remembers a bounded number of names and addresses, in the memory of this node. Thread-safe.
 */
public final class Lockouts {
  private static final int REMEMBERED = 20_000;
  private static final Rule ACCOUNT = new Rule(5, Duration.ofSeconds(30));
  private static final Rule ADDRESS = new Rule(20, Duration.ofSeconds(30));
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final LongSupplier nanoTime;
  private final Map<String, Tally> accounts = new Recent<>();
  private final Map<String, Tally> addresses = new Recent<>();
  private final Map<String, Boolean> known = new Recent<>();
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Set up.
   *
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public Lockouts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How many failures are free, and how long the first lock lasts. */
  private record Rule(int free, Duration first) {
    long nanos(int failures) {
      int doubled = Math.min(failures - free, 10);
      return Math.min(LONGEST.toNanos(), first.toNanos() << doubled);
    }
  }

  /**
   * Count an attempt as failed until it is known to have succeeded, so that many at once count too.
   *
   * @return how long to wait when nothing may be tried now; such an attempt does not count
   */
  public Optional<Duration> attempt(String name, String address) {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      String key = key(name, address);
      long wait = Math.max(pause(addresses, address, now), pause(accounts, key, now));
      if (wait > 0) {
        // nothing is remembered of it: invented names would push out what is known of real ones
        return Optional.of(Duration.ofNanos(wait));
      }
      addresses.computeIfAbsent(address, k -> new Tally(now)).count(ADDRESS, now);
      accounts.computeIfAbsent(key, k -> new Tally(now)).count(ACCOUNT, now);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Take back what {@link #attempt} counted: it was the right password. */
  public void succeeded(String name, String address) {
    lock.lock();
    try {
      accounts.remove(key(name, address));
      known.put(at(name, address), true);
      // one good account must not clear the way for guesses at all others
      Optional.ofNullable(addresses.get(address)).ifPresent(Tally::takeBack);
    } finally {
      lock.unlock();
    }
  }

  private static long pause(Map<String, Tally> tallies, String of, long now) {
    return Optional.ofNullable(tallies.get(of)).map(tally -> tally.pause(now)).orElse(0L);
  }

  private String key(String name, String address) {
    String at = at(name, address);
    return known.containsKey(at) ? at : name(name);
  }

  private static String at(String name, String address) {
    return name(name) + " " + address;
  }

  private static String name(String name) {
    return name.substring(0, Math.min(name.length(), 64)).toLowerCase(Locale.ROOT);
  }

  private static final class Tally {
    private int failures;
    private long lastAt;
    private long lockedUntil;

    Tally(long now) {
      lastAt = now;
      lockedUntil = now;
    }

    long pause(long now) {
      return lockedUntil - now;
    }

    void count(Rule rule, long now) {
      if (now - lastAt > FORGOTTEN.toNanos()) {
        failures = 0;
      }
      failures++;
      lastAt = now;
      if (failures >= rule.free) {
        lockedUntil = now + rule.nanos(failures);
      }
    }

    void takeBack() {
      failures = Math.max(0, failures - 1);
      lockedUntil = lastAt;
    }
  }

  /** What was used last. */
  private static final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
