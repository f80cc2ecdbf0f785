package org.zhili.core.plugin;

import java.util.List;
import org.zhili.core.plugin.GateLimits.Patience;

/**
 * The last questions a plug-in that is a pure function was asked. Its next version is asked them
 * before it takes its place, so that its classes are loaded when somebody waits for an answer. What
 * it answers is dropped and counts for nothing, but a call that hangs does so as any other. Holds
 * nothing of the plug-in.
 *
 * @param part of the plug-in that was asked
 * @param questions a few
 */
record Rehearsal<P, Q, R>(
    String part, Patience patience, List<Q> questions, Asking<? super P, ? super Q, R> asking) {
  private static final int FEW = 8;

  /** The end of a list of questions. */
  static <P, Q, R> Rehearsal<P, Q, R> of(
      String part, Patience patience, List<Q> questions, Asking<? super P, ? super Q, R> asking) {
    int end = questions.size();
    return new Rehearsal<>(
        part, patience, List.copyOf(questions.subList(Math.max(0, end - FEW), end)), asking);
  }
}
