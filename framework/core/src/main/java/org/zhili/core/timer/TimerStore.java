package org.zhili.core.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Keeps timers. Every call joins the transaction of its caller, or is one by itself. */
public interface TimerStore {
  /** Write a timer, unless one of its kind and key is waiting already. */
  void add(NewTimer timer);

  /** Write a timer, unless one of its kind and key is there, waiting or being done. */
  void ensure(NewTimer timer);

  /** Let the waiting timer of this kind and key be due then, if there is one that is due later. */
  void hasten(String kind, String key, Instant dueAt);

  /** Forget the waiting timer of this kind and key, if there is one. */
  void cancel(String kind, String key);

  /**
   * Take timers of these kinds that are due and that nobody holds, oldest first, at most one of
   * each lane. Called outside a transaction, it waits for nobody who writes unless there are some.
   *
   * @param lease how long the claim holds, in real time of the database
   * @param except ids that are passed over, whatever became of their leases
   */
  List<TimerClaim> claim(
      Set<String> kinds, Instant now, Duration lease, int limit, Set<Long> except);

  /** Take timers without passing any over. */
  default List<TimerClaim> claim(Set<String> kinds, Instant now, Duration lease, int limit) {
    return claim(kinds, now, lease, limit, Set.of());
  }

  /** Hold a claimed timer for so long from now; false when the claim is no longer the latest. */
  boolean renew(TimerClaim claim, Duration lease);

  /** Delete a claimed timer; false when the claim is no longer the latest. */
  boolean complete(TimerClaim claim);

  /**
   * Give a claimed timer back after a try that failed.
   *
   * @param pause nobody takes it for so long, in real time of the database
   */
  void giveBack(TimerClaim claim, Duration pause, String error);

  /** Give a claimed timer back as {@link #giveBack} does, as if it had not been tried. */
  void postpone(TimerClaim claim, Duration pause, String why);

  /** Postpone a claimed timer, and remember what it waits for until it is tried again. */
  void await(TimerClaim claim, Duration pause, Missing missing);

  /** Let all timers that were given back be taken at once. */
  void hurry();

  /** Set a claimed timer aside for a person. */
  void bury(TimerClaim claim, Instant at, String error);

  List<DeadTimer> dead(int limit);

  /** Let a dead timer try again from now; false when there is none with this id. */
  boolean revive(long id, Instant now);

  /** How many timers are due and waiting. */
  long waiting(Instant now);

  /** What timers that are due wait for; what most of them wait for comes first. */
  List<Waiting> missing(Instant now, int limit);
}
