package org.zhili.core.ingest;

import org.zhili.text.Text;

/** What a plug-in answered when it was asked, or why it did not. */
public sealed interface Reply<R> {
  record Given<R>(R value) implements Reply<R> {}

  /**
   * No answer in time: the plug-in left, overran its limit or broke.
   *
   * @param why for the operator
   */
  record None<R>(Text why) implements Reply<R> {}
}
