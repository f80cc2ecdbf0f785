package org.zhili.core.ingest;

import org.zhili.text.Text;

/** What a plug-in answered when it was asked, or why it did not. */
public sealed interface Reply<R> {
  record Given<R>(R value) implements Reply<R> {}

  /**
   * No answer in time: the plug-in left, overran its limit or broke, or was not asked.
   *
   * @param why for the operator
   * @param tries how many that counts for: none when it was not asked, and {@link
   *     Quarantine#ATTEMPTS} when the same build of it must not be asked that again
   */
  record None<R>(Text why, int tries) implements Reply<R> {
    public None(Text why) {
      this(why, 1);
    }
  }
}
