package org.zhili.core.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers what answered a request, so that the same request sent again is answered the same and
 * does nothing. Every call joins the transaction of its caller: the answer is kept if and only if
 * what it answers for was done.
 */
public interface IdempotencyStore {
  /** How long something sealed is given again. */
  Duration SEALED_KEPT = Duration.ofHours(1);

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
   * Keep something that only the caller opens, beside the answer under the same key.
   *
   * @param key at most 200 characters
   * @throws StoreConflict when something is kept under this key already
   */
  void seal(String key, Sealed sealed);

  /** Look up what is kept under a key. */
  Optional<Sealed> sealed(String key);

  /** Forget at most {@code limit} that were sealed before that time, and say how many it were. */
  int forgetSealed(Instant before, int limit);

  /**
   * Something that the store cannot read.
   *
   * @param at when it was sealed, in business time
   */
  record Sealed(String content, Instant at) {}

  /**
   * An answer.
   *
   * @param fingerprint of the request, 64 characters
   * @param result enough to give the answer again, at most 200 characters
   * @param at when it was given first, in business time
   */
  record Answered(String fingerprint, String result, Instant at) {}
}
