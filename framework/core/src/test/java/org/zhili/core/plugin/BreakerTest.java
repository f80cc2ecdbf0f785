package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Breaker.Pass;
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
  private Pass pass = new Pass();
  private final Breaker breaker =
      new Breaker(
          "acme@1",
          new Breaking(3, 2, Duration.ofMinutes(1), PAUSE, LONGEST),
          () -> now,
          told::add);

  @Test
  void different_questions_that_break_in_a_row_open_it_and_it_says_why_once() {
    assertThat(answered("a", BROKE)).isTrue();
    assertThat(answered("b", BROKE)).isTrue();
    assertThat(answered("c", BROKE)).isFalse();
    assertThat(passes()).isFalse();
    assertThat(told).hasSize(1);
    assertThat(circuit()).isEqualTo(told.get(0));
    assertThat(circuit().state()).isEqualTo(State.OPEN);
    assertThat(retryIn()).isEqualTo(PAUSE);
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
      assertThat(answered("poison", BROKE)).isTrue();
      assertThat(answered("stuck", OVERRAN)).isTrue();
    }
    assertThat(passes()).isTrue();
  }

  @Test
  void a_good_answer_between_failures_ends_their_row() {
    for (int i = 0; i < 100; i++) {
      answered("a" + i, BROKE);
      answered("b" + i, BROKE);
      assertThat(answered("good", GIVEN)).isTrue();
    }
    assertThat(told).isEmpty();
  }

  @Test
  void overruns_within_a_while_open_it_however_much_goes_well_between() {
    answered("a", OVERRAN);
    answered("good", GIVEN);
    assertThat(answered("b", OVERRAN)).isFalse();
    assertThat(Words.beside(PluginGate.class).render(circuit().why(), Language.EN))
        .startsWith(
            "Plug-in acme@1 took longer than 1000 ms on 2 different questions or lists of them within 60 s;");
  }

  @Test
  void overruns_that_are_far_apart_do_not_add_up() {
    for (int i = 0; i < 100; i++) {
      assertThat(answered("a" + i, OVERRAN)).isTrue();
      pass(Duration.ofSeconds(61));
    }
  }

  @Test
  void after_the_pause_one_question_is_a_trial_and_all_others_wait_for_it() {
    open();
    assertThat(breaker.wouldPass()).isFalse();
    pass(PAUSE);
    assertThat(breaker.wouldPass()).isTrue();
    assertThat(passes()).isTrue();
    assertThat(passes()).isFalse();
    assertThat(circuit().state()).isEqualTo(State.TRYING);
    assertThat(answered("trial", GIVEN)).isTrue();
    assertThat(breaker.circuit("")).isEmpty();
    assertThat(passes()).isTrue();
  }

  @Test
  void each_trial_that_fails_doubles_the_pause_up_to_the_longest_and_is_not_told_again() {
    open();
    for (Duration pause : List.of(PAUSE.multipliedBy(2), LONGEST, LONGEST)) {
      pass(retryIn());
      assertThat(passes()).isTrue();
      assertThat(answered("trial", BROKE)).isFalse();
      assertThat(retryIn()).isEqualTo(pause);
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void one_that_opens_again_soon_pauses_longer_and_one_that_was_well_for_long_does_not() {
    open();
    mend();
    open();
    assertThat(retryIn()).isEqualTo(PAUSE.multipliedBy(2));
    mend();
    pass(LONGEST);
    open();
    assertThat(retryIn()).isEqualTo(PAUSE);
  }

  @Test
  void a_trial_that_batches_of_messages_wait_for_has_a_tenth_of_the_limit_and_no_other_call() {
    Duration limit = Duration.ofSeconds(10);
    Terms pure = terms(new Patience(limit, true, true));
    Terms others = terms(new Patience(limit, false, true));
    Pass before = breaker.pass().orElseThrow();
    assertThat(pure.limit(before)).isEqualTo(limit);
    open();
    pass(PAUSE);
    passes();
    assertThat(pure.limit(pass)).isEqualTo(limit.dividedBy(10));
    assertThat(others.limit(pass)).isEqualTo(limit);
    assertThat(pure.limit(before)).as("under way when it opened").isEqualTo(limit);
    answered("trial", GIVEN);
    assertThat(pure.limit(pass)).as("questions after the trial").isEqualTo(limit);
  }

  @Test
  void calls_that_were_under_way_neither_close_it_nor_end_the_trial_of_another() {
    Pass before = breaker.pass().orElseThrow();
    open();
    assertThat(breaker.answered(before, "old", GIVEN)).isFalse();
    pass(PAUSE);
    passes();
    for (Answer<String> late : List.of(GIVEN, BROKE, OVERRAN, new Answer.Withdrawn<String>())) {
      assertThat(breaker.answered(before, "old", late)).isFalse();
      assertThat(circuit().state()).isEqualTo(State.TRYING);
    }
    breaker.leave(before);
    assertThat(circuit().state()).isEqualTo(State.TRYING);
    assertThat(answered("trial", BROKE)).isFalse();
    assertThat(retryIn()).as("doubled once").isEqualTo(PAUSE.multipliedBy(2));
  }

  @Test
  void a_trial_that_ends_after_somebody_closed_the_breaker_says_nothing_of_it() {
    open();
    pass(PAUSE);
    passes();
    breaker.close();
    assertThat(answered("trial", OVERRAN)).isTrue();
    breaker.leave(pass);
    assertThat(breaker.circuit("")).isEmpty();
  }

  @Test
  void a_list_put_off_counts_when_a_question_of_it_takes_more_than_a_tenth_of_the_limit() {
    Terms terms = terms(new Patience(Duration.ofSeconds(1), true, true));
    for (int i = 0; i < 100; i++) {
      terms.putOff("slow" + i, 20); // 20 answers in the two seconds of a list
    }
    assertThat(passes()).isTrue();
    terms.putOff("ill", 19);
    terms.putOff("iller", 0);
    assertThat(passes()).isFalse();
    assertThat(Words.beside(PluginGate.class).render(circuit().why(), Language.EN))
        .contains("longer than 2000 ms on 2 different questions or lists of them");
  }

  @Test
  void a_trial_without_an_answer_is_put_again() {
    open();
    pass(PAUSE);
    assertThat(passes()).isTrue();
    answered("trial", new Answer.Withdrawn<>());
    assertThat(passes()).isTrue();
    breaker.leave(pass);
    assertThat(passes()).isTrue();
  }

  @Test
  void a_person_may_close_it() {
    open();
    breaker.close();
    assertThat(passes()).isTrue();
    assertThat(answered("a", BROKE)).isTrue();
  }

  private void open() {
    for (String question : List.of("a", "b", "c")) {
      answered(question, BROKE);
    }
    assertThat(circuit().state()).isEqualTo(State.OPEN);
  }

  private Terms terms(Patience patience) {
    return new Terms("", patience, breaker, false);
  }

  private void mend() {
    pass(retryIn());
    assertThat(passes()).isTrue();
    assertThat(answered("trial", GIVEN)).isTrue();
  }

  /** With the leave that was given last. */
  private boolean answered(Object question, Answer<?> answer) {
    return breaker.answered(pass, question, answer);
  }

  private boolean passes() {
    Optional<Pass> given = breaker.pass();
    given.ifPresent(one -> pass = one);
    return given.isPresent();
  }

  private Duration retryIn() {
    return circuit().retryIn().orElseThrow();
  }

  private Circuit circuit() {
    return breaker.circuit("").orElseThrow();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
