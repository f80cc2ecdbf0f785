package org.zhili.core.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers what answered a request, so that the same request sent again is answered the same and
 * does nothing. Every call joins the transaction of its caller: the answer is kept if and only if
 * what it answers for was done.
 */
public interface IdempotencyStore {
  /** Look up what was answered under a key. */
  Optional<Answered> find(String key);

  /**
   * Remember an answer.
   *
   * @param key at most 200 characters
   * @throws StoreConflict when something was answered under this key already
   */
  void remember(String key, Answered answered);

  /** Forget at most {@code limit} answers given before that time, and say how many it were. */
  int forget(Instant before, int limit);

  /**
   * An answer.
   *
   * @param fingerprint of the request, 64 characters
   * @param result enough to give the answer again, at most 200 characters
   * @param at when it was given first, in business time
   */
  record Answered(String fingerprint, String result, Instant at) {}
}
