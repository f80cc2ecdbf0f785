package org.zhili.resources.imports;

import java.time.InstantSource;
import java.util.List;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.IdempotencyStore.Sealed;

/** Keeps what an import tells once, sealed and for an hour, for who did not get the answer. */
final class ToldOnce {
  private final IdempotencyStore answers;
  private final InstantSource clock;

  ToldOnce(IdempotencyStore answers, InstantSource clock) {
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Keep it, in the transaction that does what it tells of.
   *
   * @param request as it goes by in the store
   */
  void keep(String request, Seal seal, List<Told> told) {
    if (!told.isEmpty()) {
      answers.seal(request, new Sealed(seal.close(told, request), clock.instant()));
    }
  }

  /** Tell it again; nothing when its hour is over. */
  List<Told> again(String request, Seal seal) {
    return answers
        .sealed(request)
        .filter(kept -> clock.instant().isBefore(kept.at().plus(IdempotencyStore.SEALED_KEPT)))
        .flatMap(kept -> seal.open(kept.content(), request))
        .orElse(List.of());
  }
}
