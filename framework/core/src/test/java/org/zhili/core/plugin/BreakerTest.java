package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Circuit.State;
import org.zhili.core.plugin.GateLimits.Breaking;
import org.zhili.core.plugin.GateLimits.Patience;
import org.zhili.text.Language;
import org.zhili.text.Words;

/** Three different questions in a row, or two overruns within a minute; first pause 10 s. */
class BreakerTest {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final Answer<String> GIVEN = new Answer.Given<>("x");
  private static final Answer<String> BROKE = new Answer.Broke<>("no luck");
  private static final Answer<String> OVERRAN = new Answer.Overran<>(Duration.ofSeconds(1));

  private final List<Circuit> told = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5; // that clock may run over
  private final Breaker breaker =
      new Breaker(
          "acme@1",
          new Breaking(3, 2, Duration.ofMinutes(1), PAUSE, LONGEST),
          () -> now,
          told::add);

  @Test
  void different_questions_that_break_in_a_row_open_it_and_it_says_why_once() {
    assertThat(breaker.answered("a", BROKE)).isTrue();
    assertThat(breaker.answered("b", BROKE)).isTrue();
    assertThat(breaker.answered("c", BROKE)).isFalse();
    assertThat(breaker.passes()).isFalse();
    assertThat(told).hasSize(1);
    assertThat(circuit()).isEqualTo(told.get(0));
    assertThat(circuit().state()).isEqualTo(State.OPEN);
    assertThat(circuit().retryIn()).isEqualTo(PAUSE);
    Words words = Words.beside(PluginGate.class);
    assertThat(words.render(circuit().why(), Language.EN))
        .startsWith("Plug-in acme@1 failed on 3 different questions in a row, last with: no luck;");
    assertThat(words.render(circuit().why(), Language.ZH))
        .startsWith("插件 acme@1 连续 3 个")
        .endsWith("。");
  }

  @Test
  void one_poison_question_tried_again_and_again_opens_nothing() {
    for (int i = 0; i < 100; i++) {
      assertThat(breaker.answered("poison", BROKE)).isTrue();
      assertThat(breaker.answered("stuck", OVERRAN)).isTrue();
    }
    assertThat(breaker.passes()).isTrue();
  }

  @Test
  void a_good_answer_between_failures_ends_their_row() {
    for (int i = 0; i < 100; i++) {
      breaker.answered("a" + i, BROKE);
      breaker.answered("b" + i, BROKE);
      assertThat(breaker.answered("good", GIVEN)).isTrue();
    }
    assertThat(told).isEmpty();
  }

  @Test
  void overruns_within_a_while_open_it_however_much_goes_well_between() {
    breaker.answered("a", OVERRAN);
    breaker.answered("good", GIVEN);
    assertThat(breaker.answered("b", OVERRAN)).isFalse();
    assertThat(Words.beside(PluginGate.class).render(circuit().why(), Language.EN))
        .startsWith(
            "Plug-in acme@1 took longer than 1000 ms on 2 different questions within 60 s;");
  }

  @Test
  void overruns_that_are_far_apart_do_not_add_up() {
    for (int i = 0; i < 100; i++) {
      assertThat(breaker.answered("a" + i, OVERRAN)).isTrue();
      pass(Duration.ofSeconds(61));
    }
  }

  @Test
  void after_the_pause_one_question_is_a_trial_and_all_others_wait_for_it() {
    open();
    assertThat(breaker.wouldPass()).isFalse();
    pass(PAUSE);
    assertThat(breaker.wouldPass()).isTrue();
    assertThat(breaker.passes()).isTrue();
    assertThat(breaker.passes()).isFalse();
    assertThat(circuit().state()).isEqualTo(State.TRYING);
    assertThat(breaker.answered("trial", GIVEN)).isTrue();
    assertThat(breaker.circuit("")).isEmpty();
    assertThat(breaker.passes()).isTrue();
  }

  @Test
  void each_trial_that_fails_doubles_the_pause_up_to_the_longest_and_is_not_told_again() {
    open();
    for (Duration pause : List.of(PAUSE.multipliedBy(2), LONGEST, LONGEST)) {
      pass(circuit().retryIn());
      assertThat(breaker.passes()).isTrue();
      assertThat(breaker.answered("trial", BROKE)).isFalse();
      assertThat(circuit().retryIn()).isEqualTo(pause);
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void one_that_opens_again_soon_pauses_longer_and_one_that_was_well_for_long_does_not() {
    open();
    mend();
    open();
    assertThat(circuit().retryIn()).isEqualTo(PAUSE.multipliedBy(2));
    mend();
    pass(LONGEST);
    open();
    assertThat(circuit().retryIn()).isEqualTo(PAUSE);
  }

  @Test
  void a_trial_that_batches_of_messages_wait_for_has_a_tenth_of_the_limit() {
    Duration limit = Duration.ofSeconds(10);
    Terms pure = new Terms(new Patience(limit, true, true), breaker);
    Terms others = new Terms(new Patience(limit, false, true), breaker);
    assertThat(pure.nanos()).isEqualTo(limit.toNanos());
    open();
    pass(PAUSE);
    breaker.passes();
    assertThat(pure.nanos()).isEqualTo(limit.toNanos() / 10);
    assertThat(others.nanos()).isEqualTo(limit.toNanos());
    breaker.answered("trial", GIVEN);
    assertThat(pure.nanos()).isEqualTo(limit.toNanos());
  }

  @Test
  void a_trial_without_an_answer_is_put_again() {
    open();
    pass(PAUSE);
    assertThat(breaker.passes()).isTrue();
    breaker.answered("trial", new Answer.Withdrawn<>());
    assertThat(breaker.passes()).isTrue();
    breaker.leaveTrial();
    assertThat(breaker.passes()).isTrue();
  }

  @Test
  void a_person_may_close_it() {
    open();
    breaker.close();
    assertThat(breaker.passes()).isTrue();
    assertThat(breaker.answered("a", BROKE)).isTrue();
  }

  private void open() {
    for (String question : List.of("a", "b", "c")) {
      breaker.answered(question, BROKE);
    }
    assertThat(circuit().state()).isEqualTo(State.OPEN);
  }

  private void mend() {
    pass(circuit().retryIn());
    assertThat(breaker.passes()).isTrue();
    assertThat(breaker.answered("trial", GIVEN)).isTrue();
  }

  private Circuit circuit() {
    return breaker.circuit("").orElseThrow();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
