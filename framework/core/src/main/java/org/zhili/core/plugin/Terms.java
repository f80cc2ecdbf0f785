package org.zhili.core.plugin;

import org.zhili.core.plugin.GateLimits.Patience;

/** By which limits, and at whose risk, questions are put. */
record Terms(Patience patience, Breaker breaker) {
  /** A trial that batches of messages wait for has this part of the limit. */
  private static final int TRIAL = 10;

  /** How long the question at hand may take. */
  long nanos() {
    long limit = patience.limit().toNanos();
    return patience.pure() && breaker.isTrying() ? limit / TRIAL : limit;
  }

  /** Note an answer; says whether the next question may be put. */
  boolean answered(Object question, Answer<?> answer) {
    boolean blameless = answer instanceof Answer.Broke && !patience.blames();
    return breaker.answered(question, blameless ? new Answer.Withdrawn<>() : answer);
  }
}
