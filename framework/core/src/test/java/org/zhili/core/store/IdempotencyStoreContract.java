package org.zhili.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.IdempotencyStore.Answered;

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
