package org.zhili.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.IdempotencyStore.Answered;
import org.zhili.core.store.IdempotencyStore.Sealed;

/** What an {@link IdempotencyStore} promises. Every test begins with an empty store. */
public abstract class IdempotencyStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456789Z");

  protected abstract Transactions transactions();

  protected abstract IdempotencyStore store();

  private static Answered answered(String result, Instant at) {
    return new Answered("f".repeat(64), result, at);
  }

  private void remember(String key, Answered answered) {
    transactions().run(() -> store().remember(key, answered));
  }

  @Test
  void an_answer_is_found_under_its_key() {
    remember("k".repeat(200), answered("r".repeat(200), AT));

    assertThat(store().find("k".repeat(200))).contains(answered("r".repeat(200), AT));
    assertThat(store().find("k")).isEmpty();
  }

  @Test
  void a_request_is_answered_once() {
    remember("key", answered("first", AT));

    assertThatThrownBy(() -> remember("key", answered("second", AT)))
        .isInstanceOf(StoreConflict.class);
    assertThat(store().find("key")).contains(answered("first", AT));
  }

  @Test
  void of_many_that_answer_a_request_at_the_same_time_one_does_and_all_others_find_its_answer() {
    for (int round = 0; round < 10; round++) {
      String key = "key-" + round;
      List<String> answers = Together.times(4, () -> answer(key));

      assertThat(answers).containsOnly(answers.get(0));
      assertThat(store().find(key).map(Answered::result)).contains(answers.get(0));
    }
  }

  private String answer(String key) {
    while (true) {
      try {
        return transactions()
            .run(() -> store().find(key).map(Answered::result).orElseGet(() -> first(key)));
      } catch (StoreConflict faster) {
        // what the faster one answered is found now
      }
    }
  }

  private String first(String key) {
    String mine = Thread.currentThread().getName();
    store().remember(key, answered(mine, AT));
    return mine;
  }

  @Test
  void an_answer_is_kept_only_when_what_it_answers_for_was_done() {
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          store().remember("key", answered("first", AT));
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store().find("key")).isEmpty();
  }

  private int forget(int limit) {
    return transactions().run(() -> store().forget(AT, limit));
  }

  @Test
  void what_is_forgotten_at_once_has_a_limit() {
    for (String key : List.of("a", "b", "c")) {
      remember(key, answered("old", AT.minusSeconds(1)));
    }

    assertThat(forget(2)).isEqualTo(2);
    assertThat(forget(2)).isEqualTo(1);
  }

  private void seal(String key, Sealed sealed) {
    transactions().run(() -> store().seal(key, sealed));
  }

  @Test
  void what_is_sealed_is_given_as_it_was_and_once_under_a_key() {
    Sealed sealed = new Sealed("s".repeat(40_000), AT);
    seal("k".repeat(200), sealed);

    assertThat(store().sealed("k".repeat(200))).contains(sealed);
    assertThat(store().sealed("k")).isEmpty();
    assertThatThrownBy(() -> seal("k".repeat(200), new Sealed("x", AT)))
        .isInstanceOf(StoreConflict.class);
  }

  @Test
  void what_was_sealed_before_a_time_is_forgotten_and_its_answer_is_not() {
    remember("a", answered("kept", AT.minusSeconds(1)));
    for (String key : List.of("a", "b", "c")) {
      seal(key, new Sealed(key, AT.minusSeconds(1)));
    }
    seal("new", new Sealed("new", AT));

    assertThat(forgetSealed(2)).isEqualTo(2);
    assertThat(forgetSealed(2)).isEqualTo(1);
    assertThat(forgetSealed(2)).isZero();
    assertThat(store().sealed("new")).isPresent();
    assertThat(store().find("a")).isPresent();
  }

  private int forgetSealed(int limit) {
    return transactions().run(() -> store().forgetSealed(AT, limit));
  }

  @Test
  void what_was_answered_before_a_time_is_forgotten() {
    remember("old", answered("a", AT.minusSeconds(1)));
    remember("new", answered("b", AT));

    assertThat(forget(9)).isEqualTo(1);
    assertThat(store().find("old")).isEmpty();
    assertThat(store().find("new")).isPresent();
    assertThat(forget(9)).isZero();
  }
}
