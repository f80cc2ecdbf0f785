package org.zhili.core.plugin;

import org.zhili.core.plugin.GateLimits.Patience;

/** By which limits, and at whose risk, questions are put. */
record Terms(Patience patience, Breaker breaker) {
  private static final int FEW = 20;

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

  /**
   * A list took too long, which is for the breaker as a question that does. Who answered that many
   * of it before is slow at most, and not ill.
   */
  void putOff(Object list, int answered) {
    if (answered < FEW) {
      answered(list, new Answer.Overran<>(patience.limit()));
    }
  }
}
