package org.zhili.core.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.core.timer.Missing;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler.Effect;
import org.zhili.core.timer.TimerStore;

/**
 * Halts unfinished cases while nobody brings their type, and lets them go on when somebody does.
 *
 * <p>A swap or a restart is no absence: only a type that has been away for {@link #GRACE} counts,
 * but then from the moment its module left. Cases are done page by page, each together with the
 * timer of the next page, so a town that is killed goes on where it was.
 */
public final class AbsentTypes {
  public static final String LOOK = "absent-types";
  public static final String HALT = "halt-cases";
  public static final String GO_ON = "go-on-cases";

  /** How long a type may be away before its cases are halted. */
  public static final Duration GRACE = Duration.ofMinutes(5);

  private static final String ALL = "all";
  private static final String NEWEST = " newest";
  private static final int PAGE = 100;
  private static final Actor WATCH = Actor.system("modules");

  private final Desk desk;
  private final CaseStore cases;
  private final TimerStore timers;
  private final InstantSource clock;
  private final Map<String, Instant> leftAt = new ConcurrentHashMap<>();
  private volatile Set<String> here = Set.of();
  private Set<String> ofModules = Set.of();

  public AbsentTypes(Desk desk, CaseStore cases, TimerStore timers, InstantSource clock) {
    this.desk = desk;
    this.cases = cases;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * Take note of who is here, and look for cases of others after a while.
   *
   * @param inForce ids of all types, those of the city's own pack among them
   * @param byModules ids of those that modules bring; once a module has left, what the pack says in
   *     its stead does not make up for it
   */
  public synchronized void note(Set<String> inForce, Set<String> byModules) {
    Instant now = clock.instant();
    ofModules.stream().filter(type -> !byModules.contains(type)).forEach(t -> leftAt.put(t, now));
    leftAt.keySet().removeAll(byModules);
    ofModules = Set.copyOf(byModules);
    Set<String> before = here;
    Set<String> present = new HashSet<>(inForce);
    present.removeAll(leftAt.keySet());
    here = Set.copyOf(present);
    present.removeAll(before);
    present.forEach(type -> timers.add(NewTimer.of(GO_ON, type + NEWEST, now)));
    timers.add(NewTimer.of(LOOK, ALL, now.plus(GRACE)));
  }

  private boolean isAway(String type) {
    return !here.contains(type);
  }

  /** Find the types that are away, and begin to halt their cases. */
  public Effect look(TimerClaim claim) {
    return () -> cases.unfinishedTypes().stream().filter(this::isAway).forEach(this::miss);
  }

  private void miss(String type) {
    Instant now = clock.instant();
    Instant due = leftAt.getOrDefault(type, Instant.MIN).plus(GRACE);
    if (due.isAfter(now)) {
      timers.add(NewTimer.of(LOOK, ALL, due));
    } else {
      timers.ensure(NewTimer.of(HALT, type + NEWEST, now));
      timers.ensure(NewTimer.of(GO_ON, type + NEWEST, now));
    }
  }

  /** Halt a page of cases, unless their type is back. */
  public Effect halt(TimerClaim claim) {
    return () -> {
      String type = type(claim);
      if (isAway(type)) {
        Instant since = leftAt.getOrDefault(type, clock.instant());
        CaseAction halt = new CaseAction.Halt(type, since);
        page(claim, file -> !file.halted(), halt);
      }
    };
  }

  /** Let a page of cases go on; waits until their type is back. */
  public Effect goOn(TimerClaim claim) {
    String type = type(claim);
    return isAway(type)
        ? Effect.notYet(Missing.Part.HALTED_TYPE, type)
        : () -> page(claim, CaseFile::halted, new CaseAction.GoOn(type));
  }

  private void page(TimerClaim claim, Predicate<CaseFile> concerned, CaseAction action) {
    String type = type(claim);
    Optional<String> after =
        Optional.of(claim.key().substring(type.length())).filter(at -> !at.equals(NEWEST));
    List<CaseFile> page = cases.unfinished(type, after.map(String::strip), PAGE);
    page.stream()
        .filter(concerned)
        .forEach(file -> desk.act(file.id(), action, WATCH, OptionalLong.of(file.version())));
    if (page.size() == PAGE) {
      String last = page.get(PAGE - 1).number();
      timers.add(NewTimer.of(claim.kind(), type + " " + last, clock.instant()));
    }
  }

  /** The first word of the key; behind it is the number of the case to go on after. */
  private static String type(TimerClaim claim) {
    return claim.key().substring(0, claim.key().indexOf(' '));
  }
}
