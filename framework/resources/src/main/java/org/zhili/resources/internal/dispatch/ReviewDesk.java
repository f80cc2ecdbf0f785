package org.zhili.resources.internal.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.core.dispatch.Advice;
import org.zhili.core.dispatch.DispatchDesk;
import org.zhili.core.dispatch.Review;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.cases.CaseMoves;
import org.zhili.text.Wording;

/** Where people take reviews and decide them. */
public final class ReviewDesk {
  private static final Duration HELD = Duration.ofMinutes(10);

  private final DispatchDesk dispatch;
  private final CaseMoves moves;
  private final Register register;
  private final InstantSource clock;

  public ReviewDesk(
      DispatchDesk dispatch, CaseMoves moves, Register register, InstantSource clock) {
    this.dispatch = dispatch;
    this.moves = moves;
    this.register = register;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  List<Review> waiting(Set<AreaId> areas, Optional<Long> after, int limit) {
    return dispatch.waiting(areas, after, limit);
  }

  void claim(CaseFile file, Viewer viewer) {
    if (!dispatch.claim(file.id(), viewer.account(), HELD)) {
      throw held(free(file), viewer).orElseGet(() -> Trouble.CONFLICT.problem());
    }
  }

  /**
   * Let go of a review, so that others need not wait; one that somebody else holds stays theirs.
   */
  void release(CaseFile file, Viewer viewer) {
    dispatch.claim(file.id(), viewer.account(), Duration.ZERO);
  }

  /**
   * Decide unless the same request has done so.
   *
   * @param file looked up only when it is to be decided
   */
  CaseFile decide(
      CaseId id,
      Supplier<CaseFile> file,
      DecisionBody body,
      Viewer viewer,
      Repeats.Request request) {
    return moves.make(id, () -> decision(file.get(), body, viewer), request);
  }

  private CaseMoves.Move decision(CaseFile file, DecisionBody body, Viewer viewer) {
    Review review = free(file);
    held(review, viewer)
        .ifPresent(
            taken -> {
              throw taken;
            });
    UnitId lead = register.unit("lead", body.lead());
    Optional<Advice> followed =
        review.advice().filter(advice -> advice.lead().equals(Optional.of(lead)));
    CaseAction action =
        new CaseAction.Dispatch(
            lead,
            register.units("assisting", body.assisting()),
            register.units("supervising", body.supervising()),
            register.units("notified", body.notified()),
            why(body, followed));
    String advisor = followed.map(Advice::author).orElse("");
    // of two who decide at once the second finds the case moved on
    OptionalLong seen = OptionalLong.of(file.version());
    return new CaseMoves.Move(file.id(), action, Actor.of(viewer), seen, advisor);
  }

  /** Who follows the advice may borrow its words; anybody else says why. */
  private static Wording why(DecisionBody body, Optional<Advice> followed) {
    if (!body.reason().isBlank()) {
      return Wording.same(body.reason());
    }
    return followed
        .map(Advice::why)
        .orElseThrow(() -> Trouble.OVERRULED_WITHOUT_REASON.at("reason"));
  }

  private Review free(CaseFile file) {
    return dispatch.review(file.id()).orElseThrow(() -> Trouble.NO_REVIEW.problem(file.number()));
  }

  private Optional<RuntimeException> held(Review review, Viewer viewer) {
    return review
        .claim()
        .filter(claim -> claim.until().isAfter(now()) && !claim.by().equals(viewer.account()))
        .map(claim -> Trouble.REVIEW_TAKEN.problem(claim.by(), claim.until().toString()));
  }
}
