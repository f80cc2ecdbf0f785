package org.zhili.core.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Outcome;
import org.zhili.casework.Standing;
import org.zhili.city.Unit;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseListener;
import org.zhili.core.casework.Desk;
import org.zhili.core.casework.Returns;
import org.zhili.core.city.CityBooks;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;
import org.zhili.dispatch.Candidate;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.rules.ReviewRules;

/**
 * Sends accepted cases to units: asks the city's strategy, dispatches when it is sure enough, and
 * leaves the rest to a person, with the reasons.
 */
public final class DispatchDesk implements CaseListener, TimerHandler {
  public static final String DISPATCH = "dispatch";
  private static final int MANY = 500;

  private final Desk desk;
  private final CaseLedger ledger;
  private final CityBooks books;
  private final Adviser adviser;
  private final ReviewStore reviews;
  private final TimerStore timers;
  private final InstantSource clock;

  public DispatchDesk(Desk desk, CityBooks books, Adviser adviser, Stores stores) {
    this.desk = desk;
    this.ledger = stores.ledger();
    this.books = books;
    this.adviser = adviser;
    this.reviews = stores.reviews();
    this.timers = stores.timers();
    this.clock = stores.clock();
  }

  /** What the desk writes to, and the clock it writes by. */
  public record Stores(
      CaseLedger ledger, ReviewStore reviews, TimerStore timers, InstantSource clock) {}

  @Override
  public void changed(Change change) {
    CaseFile file = change.after();
    if (waits(file)) {
      timers.add(NewTimer.of(DISPATCH, file.id().toString(), change.event().at()));
    }
    if (change.action().isPresent() && (file.standing().ended() || leadNamed(change))) {
      decided(change);
    }
  }

  private static boolean leadNamed(Change change) {
    return change.action().filter(CaseAction.Dispatch.class::isInstance).isPresent();
  }

  /** Whoever dispatched or ended the case has also decided its open review. */
  private void decided(Change change) {
    CaseFile file = change.after();
    Optional<Review> open = reviews.openFor(file.id());
    if (open.isEmpty()) {
      return;
    }
    Optional<UnitId> lead = file.assignment().lead();
    boolean overruled =
        open.get()
            .advice()
            .flatMap(Advice::lead)
            .filter(a -> !lead.equals(Optional.of(a)))
            .isPresent();
    String why =
        change
            .action()
            .filter(CaseAction.Dispatch.class::isInstance)
            .map(a -> ((CaseAction.Dispatch) a).why().zh())
            .orElse(change.event().action());
    reviews.decide(
        open.get().id(),
        new Review.Decision(change.event().actor(), change.event().at(), lead, overruled, why));
  }

  private static boolean waits(CaseFile file) {
    return file.state() == CaseState.ACCEPTED
        && file.standing() == Standing.OPEN
        && file.assignment().lead().isEmpty()
        && !file.halted();
  }

  @Override
  public Effect handle(TimerClaim claim) {
    CaseId id = CaseId.of(claim.key());
    Optional<CaseFile> file = desk.find(id).filter(DispatchDesk::waits);
    if (file.isEmpty()) {
      return Effect.NOTHING;
    }
    DispatchRequest request = request(file.get());
    Adviser.Advised advised = adviser.advise(request, books.rules());
    Set<ReviewReason> reasons = reasons(file.get(), advised);
    return () -> {
      if (desk.find(id).filter(DispatchDesk::waits).isEmpty() || isHeld(id)) {
        return; // a person was faster
      }
      reviews.open(id, file.get().report().area(), reasons, advised.advice(), request.at());
      if (reasons.isEmpty()) {
        // the desk decides it at once, and what was advised stays readable
        dispatch(file.get(), advised.advice().orElseThrow());
      }
    };
  }

  /**
   * Ask about what waits for a person only because the strategy was away, now that it is here. What
   * somebody is looking at stays with that person.
   */
  public void askAgain() {
    if (!adviser.isAsked(books.rules())) {
      return;
    }
    Optional<Long> after = Optional.empty();
    for (; ; ) {
      List<Review> page = askAgain(after);
      if (page.size() < MANY) {
        return;
      }
      after = Optional.of(page.get(page.size() - 1).id());
    }
  }

  private List<Review> askAgain(Optional<Long> after) {
    Instant now = clock.instant();
    return ledger
        .transactions()
        .run(
            () -> {
              List<Review> page = reviews.unadvised(now, after, MANY);
              page.forEach(r -> timers.add(NewTimer.of(DISPATCH, r.caseId().toString(), now)));
              return page;
            });
  }

  private boolean isHeld(CaseId id) {
    Instant now = clock.instant();
    return reviews
        .openFor(id)
        .flatMap(Review::claim)
        .filter(claim -> claim.until().isAfter(now))
        .isPresent();
  }

  private void dispatch(CaseFile file, Advice advice) {
    CaseAction action =
        new CaseAction.Dispatch(
            advice.lead().orElseThrow(),
            advice.assisting(),
            advice.supervising(),
            Set.of(),
            advice.why());
    Outcome outcome =
        desk.act(
            file.id(),
            action,
            Actor.system("dispatch-desk"),
            OptionalLong.of(file.version()),
            advice.author());
    if (outcome instanceof Outcome.Refused refused) {
      if (refused.reason() == Outcome.Reason.STALE) {
        throw new StoreConflict("case " + file.number() + " changed meanwhile");
      }
      throw new IllegalStateException("case " + file.number() + ": " + refused);
    }
  }

  private Set<ReviewReason> reasons(CaseFile file, Adviser.Advised advised) {
    Set<ReviewReason> reasons = EnumSet.noneOf(ReviewReason.class);
    reasons.addAll(advised.obstacles());
    ReviewRules rules = books.rules().review();
    Optional<Advice> sure = advised.advice().filter(a -> a.lead().isPresent());
    if (sure.isPresent()) {
      Set<UnitId> named = new HashSet<>(sure.get().assisting());
      named.addAll(sure.get().supervising());
      named.add(sure.get().lead().get());
      if (named.stream().anyMatch(unit -> books.unit(unit).isEmpty())) {
        reasons.add(ReviewReason.UNKNOWN_UNIT);
      }
      if (sure.get().confidence() < rules.confidenceBar()) {
        reasons.add(ReviewReason.LOW_CONFIDENCE);
      }
    }
    if (rules.subjects().contains(file.report().subject())) {
      reasons.add(ReviewReason.SENSITIVE_SUBJECT);
    }
    if (rules.severities().contains(file.report().severity())) {
      reasons.add(ReviewReason.SEVERE);
    }
    if (rules.returns() > 0 && file.counts().returns() >= rules.returns()) {
      reasons.add(ReviewReason.RETURNED_OFTEN);
    }
    return reasons;
  }

  private DispatchRequest request(CaseFile file) {
    List<Unit> serving = books.serving(file.report().area());
    Set<UnitId> ids = new HashSet<>();
    serving.forEach(unit -> ids.add(unit.id()));
    Map<UnitId, Integer> load = ledger.transactions().read(() -> ledger.cases().openCases(ids));
    List<Candidate> candidates =
        serving.stream().map(u -> new Candidate(u, load.getOrDefault(u.id(), 0))).toList();
    return new DispatchRequest(
        file, books.duty(file.report()), candidates, Returns.of(ledger, file), clock.instant());
  }

  /**
   * Reviews that wait, oldest first.
   *
   * @param areas only cases that lie there; none for anywhere
   * @param after go on behind this review
   */
  public List<Review> waiting(Set<AreaId> areas, Optional<Long> after, int limit) {
    return ledger.transactions().read(() -> reviews.waiting(areas, after, limit));
  }

  /** All advice on a case, and what became of it, oldest first. */
  public List<Review> reviewsOf(CaseId caseId) {
    return ledger.transactions().read(() -> reviews.of(caseId));
  }

  public Optional<Review> review(CaseId caseId) {
    return ledger.transactions().read(() -> reviews.openFor(caseId));
  }

  public long waiting() {
    return waiting(Set.of());
  }

  /** How many reviews wait in these areas; none for anywhere. */
  public long waiting(Set<AreaId> areas) {
    return ledger.transactions().read(() -> reviews.waitingCount(areas));
  }

  /** Take a review for a while, so that two people do not decide the same; false when taken. */
  public boolean claim(CaseId caseId, String account, java.time.Duration lease) {
    Instant now = clock.instant();
    return ledger
        .transactions()
        .run(
            () ->
                reviews
                    .openFor(caseId)
                    .map(
                        r -> reviews.claim(r.id(), new Review.Claim(account, now.plus(lease)), now))
                    .orElse(false));
  }
}
