package org.zhili.core.casework;

import java.time.InstantSource;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;

/**
 * Goes once through the cases of a time when they were found by what is covered now.
 *
 * <p>Page by page, the newest first; each is written together with the timer of the next, so a town
 * that is killed goes on where it was. The key of a timer is the number to go on below.
 */
public final class CoveredWords implements TimerHandler {
  public static final String COVERED_WORDS = "covered-words";

  private static final int PAGE = 500;

  private final CaseStore cases;
  private final TimerStore timers;
  private final InstantSource clock;

  public CoveredWords(CaseStore cases, TimerStore timers, InstantSource clock) {
    this.cases = cases;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public Effect handle(TimerClaim claim) {
    return () ->
        cases
            .cover(claim.key(), PAGE)
            .ifPresent(next -> timers.add(NewTimer.of(COVERED_WORDS, next, clock.instant())));
  }
}
