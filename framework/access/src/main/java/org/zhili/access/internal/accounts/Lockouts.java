package org.zhili.access.internal.accounts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Slows down who guesses passwords: after a few failures a name is locked for the network they came
 * from, and after some more the network for all names, for a while that doubles with each further
 * failure, up to a quarter of an hour.
 *
 * <p>Who guesses locks his own network and no other, so that strangers cannot keep an owner out.
 * When very many fail from everywhere the name is besieged: a network that has not logged in to it
 * before waits its quarter of an hour first and then has one try, which nobody can take from it.
 *
 * <p>Names are counted whether or not there is such an account, so that the answer tells nothing.
 * Remembers a bounded number of names and networks, in the memory of this node. Thread-safe.
 */
public final class Lockouts {
  private static final int REMEMBERED = 20_000;
  private static final int SIEGE = 100;
  private static final Rule NAME_THERE = new Rule(5, Duration.ofSeconds(30));
  private static final Rule NETWORK = new Rule(20, Duration.ofSeconds(30));
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final LongSupplier nanoTime;
  private final Map<String, Tally> names = new Recent<>();
  private final Map<String, Tally> networks = new Recent<>();
  private final Map<String, Tally> namesThere = new Recent<>();
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
    private static final int MOST_DOUBLINGS = 10;

    long nanos(int failures) {
      int doubled = Math.min(failures - free, MOST_DOUBLINGS);
      return Math.min(LONGEST.toNanos(), first.toNanos() << doubled);
    }

    int failuresOfTheLongest() {
      return free + MOST_DOUBLINGS;
    }
  }

  /**
   * Count an attempt as failed until it is known to have succeeded, so that many at once count too.
   *
   * @return how long to wait when nothing may be tried now; such an attempt does not count
   */
  public Optional<Duration> attempt(String name, String network) {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      String there = there(name, network);
      long wait = Math.max(pause(networks, network, now), pause(namesThere, there, now));
      if (wait > 0) {
        // nothing is remembered of it: invented names would push out what is known of real ones
        return Optional.of(Duration.ofNanos(wait));
      }
      if (isBesieged(name, now) && !namesThere.containsKey(there) && !known.containsKey(there)) {
        namesThere.put(there, Tally.waiting(now));
        return Optional.of(LONGEST);
      }
      count(networks, network, now).lock(NETWORK, now);
      count(namesThere, there, now).lock(NAME_THERE, now);
      count(names, name(name), now);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Take back what {@link #attempt} counted: it was the right password. */
  public void succeeded(String name, String network) {
    lock.lock();
    try {
      String there = there(name, network);
      namesThere.remove(there);
      known.put(there, true);
      // one good account must not clear the way for guesses at all others
      Optional.ofNullable(networks.get(network)).ifPresent(Tally::takeBack);
      Optional.ofNullable(names.get(name(name))).ifPresent(Tally::takeBack);
    } finally {
      lock.unlock();
    }
  }

  private boolean isBesieged(String name, long now) {
    return Optional.ofNullable(names.get(name(name)))
        .filter(tally -> tally.failures(now) >= SIEGE)
        .isPresent();
  }

  private static Tally count(Map<String, Tally> tallies, String of, long now) {
    Tally tally = tallies.computeIfAbsent(of, k -> new Tally(now));
    tally.count(now);
    return tally;
  }

  private static long pause(Map<String, Tally> tallies, String of, long now) {
    return Optional.ofNullable(tallies.get(of)).map(tally -> tally.pause(now)).orElse(0L);
  }

  private static String there(String name, String network) {
    return name(name) + " " + network;
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

    /** Of somebody who has to wait for a first try, and after it again. */
    static Tally waiting(long now) {
      Tally tally = new Tally(now);
      tally.failures = NAME_THERE.failuresOfTheLongest();
      tally.lockedUntil = now + LONGEST.toNanos();
      return tally;
    }

    long pause(long now) {
      return lockedUntil - now;
    }

    int failures(long now) {
      return now - lastAt > FORGOTTEN.toNanos() ? 0 : failures;
    }

    void count(long now) {
      failures = failures(now) + 1;
      lastAt = now;
    }

    void lock(Rule rule, long now) {
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
