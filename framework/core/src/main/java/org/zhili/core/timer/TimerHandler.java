package org.zhili.core.timer;

/** Does the work of one kind of timer. */
@FunctionalInterface
public interface TimerHandler {
  /**
   * Do what takes time, outside any transaction, and answer what is to be written. May be called
   * again for the same timer when a node dies or the effect fails.
   */
  Effect handle(TimerClaim claim);

  /** What is written in the transaction that deletes the timer. */
  @FunctionalInterface
  interface Effect {
    Effect NOTHING = () -> {};

    void apply();
  }
}
