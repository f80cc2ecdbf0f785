package org.zhili.core.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Standing;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;

/**
 * Lets timers and lists of running clocks follow rules that changed, such as a calendar with a new
 * make-up workday.
 *
 * <p>Goes through the unfinished cases page by page, the newest first. Each page is written
 * together with the timer of the next, so a town that is killed goes on where it was.
 */
public final class DueTimes implements TimerHandler {
  public static final String DUE_TIMES = "due-times";

  private static final String NEWEST = "newest";
  private static final int PAGE = 100;
  private static final Set<Standing> RUNNING =
      Stream.of(Standing.values())
          .filter(Standing::clockRuns)
          .collect(Collectors.toUnmodifiableSet());

  private final CaseStore cases;
  private final Milestones milestones;
  private final NextDue next;
  private final TimerStore timers;
  private final InstantSource clock;

  public DueTimes(CaseStore cases, Milestones milestones, TimerStore timers, InstantSource clock) {
    this.cases = cases;
    this.milestones = milestones;
    this.next = new NextDue(milestones, cases);
    this.timers = timers;
    this.clock = clock;
  }

  /** The work that is owed when other rules come into force. */
  public static NewTimer fromTheNewest(Instant at) {
    return NewTimer.of(DUE_TIMES, NEWEST, at);
  }

  @Override
  public Effect handle(TimerClaim claim) {
    Optional<String> after = Optional.of(claim.key()).filter(key -> !key.equals(NEWEST));
    return () -> follow(after);
  }

  private void follow(Optional<String> after) {
    List<CaseFile> page =
        cases.list(
            new CaseStore.Query(
                Set.of(), RUNNING, Set.of(), Set.of(), Optional.empty(), after, PAGE));
    page.forEach(milestones::follow);
    page.forEach(next::follow);
    if (page.size() == PAGE) {
      String last = page.get(PAGE - 1).number();
      timers.add(NewTimer.of(DUE_TIMES, last, clock.instant()));
    }
  }
}
