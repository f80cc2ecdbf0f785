package org.zhili.core.plugin;

import java.util.List;
import org.zhili.core.plugin.GateLimits.Patience;

/**
 * The last questions a plug-in that is a pure function was asked. Its next version is asked them
 * before it takes its place, so that its classes are loaded when somebody waits for an answer. What
 * it answers is dropped and counts for nothing. Holds nothing of the plug-in.
 *
 * @param questions a few
 */
record Rehearsal<P, Q, R>(
    Patience patience, List<Q> questions, Asking<? super P, ? super Q, R> asking) {
  private static final int FEW = 8;

  /** The end of a list of questions. */
  static <P, Q, R> Rehearsal<P, Q, R> of(
      Patience patience, List<Q> questions, Asking<? super P, ? super Q, R> asking) {
    int end = questions.size();
    return new Rehearsal<>(
        patience, List.copyOf(questions.subList(Math.max(0, end - FEW), end)), asking);
  }
}
