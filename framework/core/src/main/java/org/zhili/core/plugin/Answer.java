package org.zhili.core.plugin;

import java.time.Duration;
import java.util.Optional;

/** What came of asking a plug-in. */
public sealed interface Answer<R> {
  /** It answered in time. The answer stands, even if the plug-in has left since. */
  record Given<R>(R value) implements Answer<R> {}

  /**
   * It left, or was leaving, and did not answer. The work is as good as unasked: put it back, or
   * look the plug-in up again, since another may have taken its place.
   */
  record Withdrawn<R>() implements Answer<R> {}

  /**
   * It did not answer within its limit. An answer that comes later is dropped.
   *
   * @param limit it really had
   * @param spins whether it kept a processor busy meanwhile, and does so still
   */
  record Overran<R>(Duration limit, boolean spins) implements Answer<R> {
    public Overran(Duration limit) {
      this(limit, false);
    }
  }

  /**
   * It threw, or answered null.
   *
   * @param error for operators and logs, in the plug-in's own words
   */
  record Broke<R>(String error) implements Answer<R> {}

  /** It was not asked, to spare those who wait. The work is as good as unasked: keep it. */
  record NotAsked<R>(Why why) implements Answer<R> {}

  /** Why a plug-in that is here was not asked. */
  enum Why {
    /** It failed too often, and its pause is not over. */
    BREAKER_OPEN,
    /** Somebody isolated it. */
    ISOLATED,
    /** Too many of its calls hang, or one keeps a processor busy. */
    HANGING,
    /** Too many ask it already. */
    CROWDED,
    /** The questions before this one took all the time there is for a list. */
    SLOW
  }

  /** The value, when one was given. */
  default Optional<R> given() {
    return this instanceof Given<R> given ? Optional.of(given.value()) : Optional.empty();
  }
}
