package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.LONG;
import static org.zhili.core.plugin.GateFixture.admit;
import static org.zhili.core.plugin.GateFixture.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.core.plugin.Circuit.State;
import org.zhili.core.plugin.GateLimits.Breaking;
import org.zhili.core.plugin.GateLimits.Crowd;

class BulkheadTest {
  private static final List<Integer> QUESTIONS = IntStream.range(0, 50).boxed().toList();
  private static final Breaking PATIENT = new Breaking(5, 2, LONG, LONG, LONG);
  private static final Breaking AT_ONCE = new Breaking(5, 2, LONG, Duration.ZERO, Duration.ZERO);

  private final Waits waits = new Waits();
  private final CountDownLatch end = waits.latch();
  private final List<PluginGate> gates = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    waits.close();
    gates.forEach(PluginGate::close);
  }

  @ParameterizedTest
  @EnumSource
  void an_evil_plug_in_is_soon_asked_nothing_more_and_its_neighbour_everything(Evil evil) {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> bad = admit(gate, "bad", evil(evil));
    Guarded<Oracle> neighbour = admit(gate, "neighbour", Oracle.good());

    List<Answer<String>> answers = bad.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    Answer.Why why = evil == Evil.SPINS ? Answer.Why.HANGING : Answer.Why.BREAKER_OPEN;
    assertThat(answers).hasSize(50).endsWith(new Answer.NotAsked<>(why));
    assertThat(asked).hasValue(tries(evil));
    assertThat(bad.isAsked()).isFalse();
    Bulkhead bulkhead = status(gate, "bad").bulkhead();
    assertThat(bulkhead.state()).isEqualTo(State.OPEN);
    assertThat(bulkhead.notAsked()).containsEntry(why, 50L - asked.get());

    assertThat(neighbour.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i)))
        .isEqualTo(QUESTIONS.stream().map(i -> new Answer.Given<>("Q" + i)).toList());
    assertThat(status(gate, "neighbour").bulkhead().circuits()).isEmpty();
  }

  @Test
  void one_that_is_mended_is_tried_with_one_question_and_then_asked_all_others() {
    PluginGate gate = gate(AT_ONCE);
    Guarded<Oracle> bad =
        admit(
            gate,
            "bad",
            word -> {
              if (asked.incrementAndGet() <= 5) {
                throw new IllegalStateException("not yet");
              }
              return word;
            });
    List<Answer<String>> answers = bad.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    assertThat(answers.subList(5, 50)).allMatch(answer -> answer instanceof Answer.Given);
    assertThat(status(gate, "bad").bulkhead().circuits()).isEmpty();
  }

  @Test
  void one_poison_question_among_good_ones_costs_nobody_else_an_answer() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> fine =
        admit(
            gate,
            "fine",
            word -> {
              if (word.equals("poison")) {
                throw new IllegalStateException("evil");
              }
              return word;
            });
    for (int i = 0; i < 20; i++) {
      List<Answer<String>> answers = fine.askEach(List.of("poison"), Oracle::say);
      assertThat(answers)
          .containsExactly(new Answer.Broke<>("java.lang.IllegalStateException: evil"));
    }
    assertThat(fine.askEach(List.of("a", "poison", "b"), Oracle::say))
        .filteredOn(answer -> answer instanceof Answer.Given)
        .hasSize(2);
  }

  @Test
  void somebody_may_isolate_a_plug_in_and_release_it() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> fine = admit(gate, "fine", Oracle.good());
    Named name = new Named("Oracle", "fine");
    gate.isolate(name);
    assertThat(fine.ask(oracle -> oracle.say("x")))
        .isEqualTo(new Answer.NotAsked<>(Answer.Why.ISOLATED));
    assertThat(fine.isAsked()).isFalse();
    assertThat(status(gate, "fine").bulkhead().state()).isEqualTo(State.ISOLATED);
    gate.release(name);
    assertThat(fine.ask(oracle -> oracle.say("x"))).isEqualTo(new Answer.Given<>("X"));
    assertThat(status(gate, "fine").bulkhead().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void isolation_holds_for_whatever_version_comes_and_for_nobody_else() {
    PluginGate gate = gate(PATIENT);
    Named name = new Named("Oracle", "fine");
    gate.isolate(name);
    Guarded<Oracle> first = admit(gate, "fine", Oracle.good());
    assertThat(first.isAsked()).isFalse();
    gate.admit(Oracle.class, Oracle.good(), new PluginIdentity("fine", "2.0.0", 0));
    Guarded<Oracle> second = gate.named(Oracle.class, "fine").orElseThrow();
    assertThat(second.identity().version()).isEqualTo("2.0.0");
    assertThat(second.ask(oracle -> oracle.say("x")))
        .isEqualTo(new Answer.NotAsked<>(Answer.Why.ISOLATED));
    assertThat(admit(gate, "other", Oracle.good()).isAsked()).isTrue();
    gate.release(name);
    assertThat(second.isAsked()).isTrue();
    assertThat(first.isAsked()).as("in reserve").isTrue();
  }

  @Test
  void what_a_person_asks_is_asked_whatever_stands_against_it_and_counts_for_nothing() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> bad = admit(gate, "bad", evil(Evil.THROWS_UNCHECKED));
    for (int i = 0; i < 20; i++) {
      assertThat(bad.askAside(oracle -> oracle.say("x"))).isInstanceOf(Answer.Broke.class);
    }
    assertThat(bad.isAsked()).isTrue();
    bad.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    gate.isolate(new Named("Oracle", "bad"));
    assertThat(bad.isAsked()).isFalse();
    assertThat(bad.askAside(oracle -> oracle.say("x"))).isInstanceOf(Answer.Broke.class);
  }

  @Test
  void what_is_asked_about_others_matters_opens_a_breaker_of_its_own() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> bad = admit(gate, "bad", evil(Evil.THROWS_UNCHECKED));
    bad.askEach("stranger", QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    assertThat(bad.isAsked("stranger")).isFalse();
    assertThat(bad.isAsked()).isTrue();
    assertThat(status(gate, "bad").bulkhead().circuits())
        .extracting(Circuit::part)
        .containsExactly("stranger");
  }

  @Test
  void one_that_spins_is_given_one_processor_and_at_the_second_left_for_another_version() {
    PluginGate gate = gate(new Breaking(5, 9, LONG, Duration.ZERO, Duration.ofSeconds(2)));
    Guarded<Oracle> spinning = admit(gate, "spinning", evil(Evil.SPINS));
    List<Answer<String>> answers = spinning.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    assertThat(answers.get(0)).isEqualTo(new Answer.Overran<>(Duration.ofMillis(500), true));
    assertThat(answers.get(1)).isEqualTo(new Answer.NotAsked<>(Answer.Why.HANGING));
    assertThat(only(gate, "spinning").retryIn().orElseThrow()).isLessThan(Duration.ofSeconds(2));
    Waits.until(spinning::isAsked);
    spinning.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    assertThat(asked).hasValue(2);
    assertThat(only(gate, "spinning").retryIn()).isEmpty();
    end.countDown();
    Waits.until(spinning::isAsked);
  }

  @Test
  void releasing_a_plug_in_forgets_its_failures() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> bad = admit(gate, "bad", evil(Evil.THROWS_UNCHECKED));
    bad.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    gate.release(new Named("Oracle", "bad"));
    assertThat(bad.ask(oracle -> oracle.say("x"))).isInstanceOf(Answer.Broke.class);
  }

  @Test
  void only_so_many_may_ask_at_once_and_only_so_many_wait_for_them() {
    PluginGate gate = gate(GateFixture.patient().with(new Crowd(1, 1)));
    CountDownLatch inside = waits.latch();
    Guarded<Oracle> busy =
        admit(
            gate,
            "busy",
            word -> {
              inside.countDown();
              Waits.block(end);
              return word;
            });
    Waits.Work<Answer<String>> first = Waits.start(() -> busy.ask(o -> o.say("first")));
    Waits.reached(inside);
    Waits.Work<Answer<String>> second = Waits.start(() -> busy.ask(o -> o.say("second")));
    Waits.until(() -> status(gate, "busy").bulkhead().waiting() == 1);
    assertThat(busy.ask(oracle -> oracle.say("third")))
        .isEqualTo(new Answer.NotAsked<>(Answer.Why.CROWDED));
    end.countDown();
    assertThat(first.get()).isEqualTo(new Answer.Given<>("first"));
    assertThat(second.get()).isEqualTo(new Answer.Given<>("second"));
  }

  @Test
  void a_call_from_inside_the_same_plug_in_does_not_wait_for_itself() {
    PluginGate gate = gate(GateFixture.patient().with(new Crowd(1, 0)));
    AtomicInteger depth = new AtomicInteger();
    Oracle recursive =
        word ->
            depth.incrementAndGet() > 2
                ? word
                : gate.named(Oracle.class, "self")
                    .orElseThrow()
                    .ask(oracle -> oracle.say(word))
                    .given()
                    .orElse("nothing");
    assertThat(admit(gate, "self", recursive).ask(oracle -> oracle.say("x")))
        .isEqualTo(new Answer.Given<>("x"));
  }

  @Test
  void a_hanging_call_that_burns_a_processor_is_told() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> spinning = admit(gate, "spinning", evil(Evil.SPINS));
    Guarded<Oracle> blocked = admit(gate, "blocked", evil(Evil.BLOCKS_FOR_EVER));
    assertThat(blocked.ask(oracle -> oracle.say("x"))).isInstanceOf(Answer.Overran.class);
    assertThat(spinning.ask(oracle -> oracle.say("x"))).isInstanceOf(Answer.Overran.class);
    Waits.until(() -> status(gate, "spinning").bulkhead().burning() > 0.05);
    // what it needed to begin to hang counts ever less, and it is looked at for longer already
    Waits.until(() -> status(gate, "blocked").bulkhead().burning() < 0.02);
  }

  @Test
  void how_long_answers_took_is_told() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> fine = admit(gate, "fine", Oracle.good());
    fine.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    Bulkhead.Latency latency = status(gate, "fine").bulkhead().latency();
    assertThat(latency.p50()).isPositive().isLessThanOrEqualTo(latency.p95());
    assertThat(latency.p95()).isLessThanOrEqualTo(latency.p99()).isLessThan(LONG);
  }

  private static int tries(Evil evil) {
    if (evil == Evil.SPINS) {
      return 1;
    }
    return evil.hangs() ? 2 : 5;
  }

  private static Circuit only(PluginGate gate, String id) {
    List<Circuit> circuits = status(gate, id).bulkhead().circuits();
    assertThat(circuits).hasSize(1);
    return circuits.get(0);
  }

  private Oracle evil(Evil evil) {
    return word -> {
      asked.incrementAndGet();
      return evil.act(end, word);
    };
  }

  private PluginGate gate(Breaking breaking) {
    return gate(GateFixture.patient().with(breaking).with(Oracle.class, Duration.ofMillis(500)));
  }

  private PluginGate gate(GateLimits limits) {
    PluginGate gate = new PluginGate(limits);
    gates.add(gate);
    return gate;
  }
}
