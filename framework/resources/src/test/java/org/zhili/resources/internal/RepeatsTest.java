package org.zhili.resources.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Transactions;
import org.zhili.resources.internal.Repeats.Request;

/** Requests that are sent twice at the same time; what the faster does, the slower does not see. */
class RepeatsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  private static final Request REQUEST = request("close");

  private final List<String> done = new ArrayList<>();
  private final Repeats repeats = new Repeats(new Separate(), new Answers(), () -> NOW);

  private record Body(String text) {}

  private static Request request(String text) {
    return new Request(Optional.of("olivia key-0001"), "act", new Body(text));
  }

  @Test
  void who_is_refused_because_the_same_request_was_faster_gets_its_answer() {
    String answer =
        repeats.once(
            REQUEST,
            () -> {
              repeats.once(REQUEST, this::work);
              throw Trouble.CONFLICT.problem();
            });

    assertThat(answer).isEqualTo("answer 1");
    assertThat(done).hasSize(1);
  }

  @Test
  void who_finishes_after_the_same_request_gets_its_answer() {
    String answer =
        repeats.once(
            REQUEST,
            () -> {
              repeats.once(REQUEST, this::work);
              return "another answer";
            });

    assertThat(answer).isEqualTo("answer 1");
  }

  @Test
  void who_is_refused_for_another_reason_is_refused() {
    refused(
        409,
        "ZL-3008",
        () ->
            repeats.once(
                REQUEST,
                () -> {
                  throw Trouble.CONFLICT.problem();
                }));
    assertThat(repeats.once(REQUEST, this::work)).isEqualTo("answer 1");
  }

  @Test
  void a_key_that_was_used_for_something_else_meanwhile_is_told_so() {
    refused(
        409,
        "ZL-3007",
        () ->
            repeats.once(
                REQUEST,
                () -> {
                  repeats.once(request("reopen"), this::work);
                  throw Trouble.CONFLICT.problem();
                }));
  }

  private String work() {
    done.add("done");
    return "answer " + done.size();
  }

  /** As if each call were on a thread of its own. */
  private static final class Separate implements Transactions {
    @Override
    public <T> T run(Supplier<T> work) {
      return work.get();
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
      action.run();
    }
  }

  /** Answers that need no transaction around them. */
  private static final class Answers implements IdempotencyStore {
    private final Map<String, Answered> answers = new HashMap<>();

    @Override
    public Optional<Answered> find(String key) {
      return Optional.ofNullable(answers.get(key));
    }

    @Override
    public void remember(String key, Answered answered) {
      if (answers.putIfAbsent(key, answered) != null) {
        throw new StoreConflict("answered already: " + key);
      }
    }

    @Override
    public int forget(Instant before, int limit) {
      throw new AssertionError("nothing is to be forgotten here");
    }

    @Override
    public void seal(String key, Sealed sealed) {
      throw new AssertionError("nothing is sealed here");
    }

    @Override
    public Optional<Sealed> sealed(String key) {
      throw new AssertionError("nothing is sealed here");
    }

    @Override
    public int forgetSealed(Instant before, int limit) {
      throw new AssertionError("nothing is sealed here");
    }
  }
}
