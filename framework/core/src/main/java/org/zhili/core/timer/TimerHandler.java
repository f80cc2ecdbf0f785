package org.zhili.core.timer;

/** Does the work of one kind of timer. */
@FunctionalInterface
public interface TimerHandler {
  /**
   * Do what takes time, outside any transaction, and answer what is to be written. May be called
   * again for the same timer when a node dies or the effect fails. A handler that throws has
   * failed, unless it threw {@link org.zhili.core.calendar.YearUnknown}; one that misses somebody
   * it needs answers {@link Effect#notYet}, and either waits.
   */
  Effect handle(TimerClaim claim);

  /** What is written in the transaction that deletes the timer. */
  @FunctionalInterface
  interface Effect {
    Effect NOTHING = () -> {};

    void apply();

    /**
     * Nothing can be done while a plug-in is away: the timer waits until plug-ins come, and the try
     * does not count.
     *
     * @param name of what is away
     */
    static Effect notYet(Missing.Part part, String name) {
      return new NotYet(new Missing(part, name));
    }
  }
}
