package org.zhili.core.plugin;

import java.time.Duration;
import org.zhili.core.plugin.Breaker.Pass;
import org.zhili.core.plugin.GateLimits.Patience;

/**
 * By which limits, and at whose risk, questions are put.
 *
 * @param part of the plug-in that is asked
 * @param aside whether they are put whatever the breaker or a person says, and count for nothing
 */
record Terms(String part, Patience patience, Breaker breaker, boolean aside) {
  /**
   * Of its limit: what a trial that batches of messages wait for may take; and how much a question
   * may take, on average, of a plug-in that is slow at most.
   */
  private static final int BRIEF = 10;

  /** How long a question that is put by this leave may take. */
  Duration limit(Pass pass) {
    Duration limit = patience.limit();
    return patience.pure() && breaker.isTrial(pass) ? limit.dividedBy(BRIEF) : limit;
  }

  /** Note an answer; says whether the next question may be put by the same leave. */
  boolean answered(Pass pass, Object question, Answer<?> answer) {
    boolean blameless = answer instanceof Answer.Broke && !patience.blames();
    return breaker.answered(pass, question, blameless ? new Answer.Withdrawn<>() : answer);
  }

  /**
   * A list took too long, which is for the breaker as a question that does: unless so many of it
   * were answered that one took a tenth of its limit at most. Who is that slow is not ill, and what
   * is put off comes to its turn.
   */
  void putOff(Object list, int answered) {
    Duration limit = patience.list().orElseThrow();
    if (patience.limit().multipliedBy(answered).compareTo(limit.multipliedBy(BRIEF)) < 0) {
      breaker.putOff(list, limit);
    }
  }
}
