package org.zhili.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Together;
import org.zhili.core.store.Transactions;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/** What a {@link ReviewStore} promises to those who take a review. */
abstract class ReviewClaimContract {
  static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456Z");
  static final CaseId ONE = new CaseId(new UUID(1, 1));
  static final AreaId EAST = new AreaId("east");

  protected abstract Transactions transactions();

  protected abstract ReviewStore store();

  long open(CaseId caseId, ReviewReason... reasons) {
    transactions()
        .run(
            () ->
                store().open(caseId, EAST, Set.of(reasons), Optional.of(SampleAdvice.ADVICE), AT));
    return store().openFor(caseId).orElseThrow().id();
  }

  boolean claim(long id, String by, Instant until, Instant now) {
    return transactions().run(() -> store().claim(id, new Review.Claim(by, until), now));
  }

  static Review.Decision decision() {
    return new Review.Decision("olivia", AT, Optional.of(new UnitId("gas")), true, "nearer");
  }

  @Test
  void a_claim_keeps_others_out_until_it_ends() {
    long id = open(ONE, ReviewReason.SEVERE);
    Instant end = AT.plusSeconds(60);

    assertThat(claim(id, "olivia", end, AT)).isTrue();
    assertThat(store().openFor(ONE).orElseThrow().claim())
        .contains(new Review.Claim("olivia", end));
    assertThat(claim(id, "sun", end.plusSeconds(9), end.minusSeconds(1))).isFalse();
    assertThat(claim(id, "sun", end.plusSeconds(9), end)).isTrue();
    assertThat(store().openFor(ONE).orElseThrow().claim())
        .contains(new Review.Claim("sun", end.plusSeconds(9)));
  }

  @Test
  void whoever_holds_a_review_may_hold_it_longer() {
    long id = open(ONE, ReviewReason.SEVERE);
    claim(id, "olivia", AT.plusSeconds(60), AT);

    assertThat(claim(id, "olivia", AT.plusSeconds(99), AT.plusSeconds(1))).isTrue();
    assertThat(claim(id + 77, "olivia", AT.plusSeconds(99), AT)).isFalse();
  }

  @Test
  void of_two_who_take_a_review_at_once_one_gets_it() {
    long id = open(ONE, ReviewReason.SEVERE);
    Callable<Boolean> olivia = () -> claim(id, "olivia", AT.plusSeconds(60), AT);
    Callable<Boolean> sun = () -> claim(id, "sun", AT.plusSeconds(60), AT);

    assertThat(Together.all(List.of(olivia, sun))).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void a_claim_and_a_decision_of_one_transaction_are_read_in_it() {
    long id = open(ONE, ReviewReason.SEVERE);
    transactions()
        .run(
            () -> {
              assertThat(store().openFor(ONE)).isPresent();
              assertThat(claim(id, "olivia", AT.plusSeconds(60), AT)).isTrue();
              assertThat(store().openFor(ONE).orElseThrow().claim()).isPresent();
              store().decide(id, decision());
              assertThat(store().openFor(ONE)).isEmpty();
            });
  }
}
