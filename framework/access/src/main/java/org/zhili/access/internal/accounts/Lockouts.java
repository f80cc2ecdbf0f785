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
 * failure, up to a quarter of an hour. Failures fade one by one, whatever else is done meanwhile,
 * so that an office behind one address is not locked for the typing errors of a whole day.
 *
 * <p>Who guesses locks his own network and no other, so that strangers cannot keep an owner out. A
 * name that has logged in from a network is not counted there with the others, and passes when they
 * are locked; it has its own few failures. That tells people of one network who else is there.
 *
 * <p>When very many fail from everywhere the name is besieged: a network that has not logged in to
 * it before waits its quarter of an hour first and then has one try, which nobody can take from it.
 *
 * <p>Names are counted whether or not there is such an account, so that the answer tells nothing.
 * Remembers a bounded number of names and networks, in the memory of this node. Thread-safe.
 */
public final class Lockouts {
  private static final int REMEMBERED = 20_000;
  private static final Rule NAME_THERE = new Rule(5, Duration.ofMinutes(12));
  private static final Rule NETWORK = new Rule(20, Duration.ofMinutes(3));
  private static final Rule SIEGE = new Rule(100, Duration.ofMinutes(6));

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
      boolean stranger = !known.containsKey(there);
      long wait = pause(namesThere, there, now);
      if (stranger) {
        wait = Math.max(wait, pause(networks, network, now));
      }
      if (wait > 0) {
        // nothing is remembered of it: invented names would push out what is known of real ones
        return Optional.of(Duration.ofNanos(wait));
      }
      if (stranger && isBesieged(name, now) && !namesThere.containsKey(there)) {
        namesThere.put(there, Tally.waiting(NAME_THERE, now));
        return Optional.of(Rule.LONGEST);
      }
      if (stranger) {
        count(networks, network, NETWORK, now).lock(now);
      }
      count(namesThere, there, NAME_THERE, now).lock(now);
      count(names, name(name), SIEGE, now);
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
      long now = nanoTime.getAsLong();
      // one good account must not clear the way for guesses at all others
      if (known.put(there, true) == null) {
        Optional.ofNullable(networks.get(network)).ifPresent(tally -> tally.takeBack(now));
      }
      Optional.ofNullable(names.get(name(name))).ifPresent(tally -> tally.takeBack(now));
    } finally {
      lock.unlock();
    }
  }

  private boolean isBesieged(String name, long now) {
    return Optional.ofNullable(names.get(name(name)))
        .filter(tally -> tally.isFull(now))
        .isPresent();
  }

  private static Tally count(Map<String, Tally> tallies, String of, Rule rule, long now) {
    Tally tally = tallies.computeIfAbsent(of, k -> new Tally(rule, now));
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
