package org.zhili.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.StoreConflict;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.text.Wording;

/** What a {@link ReviewStore} promises. Every test begins with an empty store. */
public abstract class ReviewStoreContract extends ReviewClaimContract {
  private static final CaseId OTHER = new CaseId(new UUID(2, 2));
  private static final AreaId WEST = new AreaId("west");

  private List<Review> waiting(int limit) {
    return store().waiting(Set.of(), Optional.empty(), limit);
  }

  @Test
  void what_no_strategy_was_there_to_advise_on_and_nobody_holds_can_be_asked_again() {
    CaseId held = new CaseId(new UUID(3, 3));
    CaseId decided = new CaseId(new UUID(4, 4));
    open(ONE, ReviewReason.STRATEGY_ABSENT, ReviewReason.SEVERE);
    open(OTHER, ReviewReason.STRATEGY_FAILED, ReviewReason.SEVERE);
    claim(open(held, ReviewReason.STRATEGY_WITHDRAWN), "olivia", AT.plusSeconds(60), AT);
    long last = open(decided, ReviewReason.STRATEGY_ABSENT);
    transactions().run(() -> store().decide(last, decision()));

    assertThat(unadvised(AT, Optional.empty(), 9)).containsExactly(ONE);
    Instant later = AT.plusSeconds(60);
    assertThat(unadvised(later, Optional.empty(), 9)).containsExactly(ONE, held);
    assertThat(unadvised(later, Optional.empty(), 1)).containsExactly(ONE);
    Optional<Long> first = store().openFor(ONE).map(Review::id);
    assertThat(unadvised(later, first, 9)).containsExactly(held);
  }

  private List<CaseId> unadvised(Instant now, Optional<Long> after, int limit) {
    return store().unadvised(now, after, limit).stream().map(Review::caseId).toList();
  }

  @Test
  void a_review_is_open_with_its_reasons_and_the_advice() {
    long id = open(ONE, ReviewReason.SEVERE, ReviewReason.LOW_CONFIDENCE);

    assertThat(store().openFor(ONE))
        .contains(
            new Review(
                id,
                ONE,
                Set.of(ReviewReason.SEVERE, ReviewReason.LOW_CONFIDENCE),
                Optional.of(SampleAdvice.ADVICE),
                AT,
                Optional.empty(),
                Optional.empty()));
    assertThat(store().openFor(OTHER)).isEmpty();
  }

  @Test
  void a_review_may_have_no_advice_and_no_reason() {
    transactions().run(() -> store().open(ONE, EAST, Set.of(), Optional.empty(), AT));

    Review review = store().openFor(ONE).orElseThrow();
    assertThat(review.reasons()).isEmpty();
    assertThat(review.advice()).isEmpty();
  }

  @Test
  void advice_without_a_lead_is_kept() {
    Advice referred =
        new Advice(
            "a",
            Optional.empty(),
            Set.of(),
            Set.of(),
            List.of(),
            0,
            Wording.same("w"),
            List.of(),
            "r",
            AT,
            Advice.Grounds.UNKNOWN);
    transactions()
        .run(
            () ->
                store().open(ONE, EAST, Set.of(ReviewReason.REFERRED), Optional.of(referred), AT));

    assertThat(store().openFor(ONE).orElseThrow().advice()).contains(referred);
  }

  @Test
  void a_case_has_one_open_review_whose_reasons_and_advice_are_replaced() {
    long id = open(ONE, ReviewReason.SEVERE);
    claim(id, "olivia", AT.plusSeconds(60), AT);
    transactions()
        .run(
            () ->
                store()
                    .open(
                        ONE,
                        EAST,
                        Set.of(ReviewReason.REFERRED),
                        Optional.empty(),
                        AT.plusSeconds(9)));

    assertThat(waiting(9))
        .containsExactly(
            new Review(
                id,
                ONE,
                Set.of(ReviewReason.REFERRED),
                Optional.empty(),
                AT,
                Optional.of(new Review.Claim("olivia", AT.plusSeconds(60))),
                Optional.empty()));
  }

  @Test
  void open_reviews_come_oldest_first_and_are_counted() {
    long first = open(ONE, ReviewReason.SEVERE);
    long second = open(OTHER, ReviewReason.SEVERE);

    assertThat(waiting(9)).extracting(Review::id).containsExactly(first, second);
    assertThat(waiting(1)).extracting(Review::id).containsExactly(first);
    assertThat(store().waitingCount(Set.of())).isEqualTo(2);
  }

  @Test
  void reviews_are_read_on_behind_the_last_one_even_when_that_is_decided_meanwhile() {
    long first = open(ONE, ReviewReason.SEVERE);
    long second = open(OTHER, ReviewReason.SEVERE);
    transactions().run(() -> store().decide(first, decision()));

    assertThat(store().waiting(Set.of(), Optional.of(first), 9))
        .extracting(Review::id)
        .containsExactly(second);
    assertThat(store().waiting(Set.of(), Optional.of(second), 9)).isEmpty();
  }

  @Test
  void reviews_are_narrowed_to_areas() {
    long east = open(ONE, ReviewReason.SEVERE);
    transactions().run(() -> store().open(OTHER, WEST, Set.of(), Optional.empty(), AT));
    long west = store().openFor(OTHER).orElseThrow().id();

    assertThat(store().waiting(Set.of(EAST), Optional.empty(), 9))
        .extracting(Review::id)
        .containsExactly(east);
    assertThat(store().waiting(Set.of(WEST, EAST), Optional.of(east), 9))
        .extracting(Review::id)
        .containsExactly(west);
    assertThat(store().waitingCount(Set.of(WEST))).isEqualTo(1);
    assertThat(store().waitingCount(Set.of(new AreaId("north")))).isZero();
  }

  @Test
  void a_decided_review_is_not_open_and_the_case_may_be_reviewed_again() {
    long id = open(ONE, ReviewReason.SEVERE);
    transactions().run(() -> store().decide(id, decision()));
    assertThat(store().openFor(ONE)).isEmpty();
    assertThat(waiting(9)).isEmpty();
    assertThat(store().waitingCount(Set.of())).isZero();
    assertThat(claim(id, "sun", AT.plusSeconds(60), AT)).isFalse();

    assertThat(open(ONE, ReviewReason.RETURNED_OFTEN)).isNotEqualTo(id);
  }

  @Test
  void all_reviews_of_a_case_stay_readable_with_advice_and_decision() {
    long first = open(ONE, ReviewReason.SEVERE);
    transactions().run(() -> store().decide(first, decision()));
    long second = open(ONE, ReviewReason.RETURNED_OFTEN);
    open(OTHER, ReviewReason.SEVERE);

    assertThat(store().of(ONE)).extracting(Review::id).containsExactly(first, second);
    assertThat(store().of(ONE).get(0).advice()).contains(SampleAdvice.ADVICE);
    assertThat(store().of(ONE).get(0).decision()).contains(decision());
    assertThat(store().of(new CaseId(new UUID(3, 3)))).isEmpty();
  }

  @Test
  void a_review_is_decided_once() {
    long id = open(ONE, ReviewReason.SEVERE);
    transactions().run(() -> store().decide(id, decision()));

    assertThatThrownBy(() -> transactions().run(() -> store().decide(id, decision())))
        .isInstanceOf(StoreConflict.class);
    assertThatThrownBy(() -> transactions().run(() -> store().decide(id + 77, decision())))
        .isInstanceOf(StoreConflict.class);
  }

  @Test
  void the_sign_of_an_area_changes_with_its_open_reviews() {
    Set<Map<AreaId, String>> seen = new HashSet<>(Set.of(signs()));
    long id = open(ONE, ReviewReason.SEVERE);
    assertThat(signs()).containsOnlyKeys(EAST);
    assertThat(seen.add(signs())).as("opened").isTrue();
    claim(id, "olivia", AT.plusSeconds(60), AT);
    assertThat(seen.add(signs())).as("claimed").isTrue();
    assertThat(seen.add(signs())).as("left as it was").isFalse();
    transactions().run(() -> store().decide(id, decision()));
    assertThat(signs()).isEmpty();
  }

  private Map<AreaId, String> signs() {
    return transactions().read(() -> store().signs());
  }

  @Test
  void what_a_failed_transaction_did_to_reviews_is_undone() {
    long id = open(ONE, ReviewReason.SEVERE);

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          store().decide(id, decision());
                          store().open(OTHER, EAST, Set.of(), Optional.empty(), AT);
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(waiting(9)).extracting(Review::id).containsExactly(id);
  }
}
