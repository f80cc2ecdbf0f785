package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.LONG;
import static org.zhili.core.plugin.GateFixture.SHORT;
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
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;

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
    assertThat(answers).hasSize(50).endsWith(new Answer.NotAsked<>(Answer.Why.BREAKER_OPEN));
    assertThat(asked).hasValue(evil.hangs() ? 2 : 5);
    assertThat(bad.isAsked()).isFalse();
    Bulkhead bulkhead = status(gate, "bad").bulkhead();
    assertThat(bulkhead.state()).isEqualTo(State.OPEN);
    assertThat(bulkhead.notAsked()).containsEntry(Answer.Why.BREAKER_OPEN, 50L - asked.get());

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
    fine.isolate();
    assertThat(fine.ask(oracle -> oracle.say("x")))
        .isEqualTo(new Answer.NotAsked<>(Answer.Why.ISOLATED));
    assertThat(fine.isAsked()).isFalse();
    assertThat(status(gate, "fine").bulkhead().state()).isEqualTo(State.ISOLATED);
    fine.release();
    assertThat(fine.ask(oracle -> oracle.say("x"))).isEqualTo(new Answer.Given<>("X"));
    assertThat(status(gate, "fine").bulkhead().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void releasing_a_plug_in_forgets_its_failures() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> bad = admit(gate, "bad", evil(Evil.THROWS_UNCHECKED));
    bad.askEach(QUESTIONS, (oracle, i) -> oracle.say("q" + i));
    bad.release();
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
  void a_rule_of_a_module_that_hangs_is_left_alone_and_the_others_are_not() {
    PluginGate gate = gate(GateFixture.patient().with(PATIENT).with(Contribution.Job.class, SHORT));
    Contribution.Job stuck = Samples.job("m.stuck", context -> Waits.block(end));
    Contribution.Job sound = Samples.job("m.sound", context -> asked.incrementAndGet());
    gate.admit(
        GovernanceModule.class, FakeModule.bringing("m", stuck, sound), GateFixture.identity("m"));
    Guarded<GovernanceModule> module = gate.named(GovernanceModule.class, "m").orElseThrow();
    Contributed<Contribution.Job> hanging = new Contributed<>(module, stuck);
    for (int i = 0; i < 2; i++) {
      assertThat(hanging.tell(job -> job.task().run(Samples.jobContext())))
          .isInstanceOf(Answer.Overran.class);
    }
    assertThat(hanging.tell(job -> job.task().run(Samples.jobContext())))
        .isEqualTo(new Answer.NotAsked<>(Answer.Why.BREAKER_OPEN));
    assertThat(hanging.isAsked()).isFalse();
    assertThat(status(gate, "m").bulkhead().circuits())
        .extracting(Circuit::part)
        .containsExactly("m.stuck");
    new Contributed<>(module, sound).tell(job -> job.task().run(Samples.jobContext()));
    assertThat(asked).hasValue(1);
  }

  @Test
  void what_follows_cases_may_fail_for_want_of_a_database_and_is_asked_all_the_same() {
    PluginGate gate = gate(PATIENT);
    Contribution.Job failing =
        Samples.job(
            "m.job",
            context -> {
              throw new IllegalStateException("the database is away");
            });
    gate.admit(
        GovernanceModule.class, FakeModule.bringing("m", failing), GateFixture.identity("m"));
    Guarded<GovernanceModule> module = gate.named(GovernanceModule.class, "m").orElseThrow();
    for (int i = 0; i < 50; i++) {
      assertThat(
              new Contributed<>(module, failing).tell(job -> job.task().run(Samples.jobContext())))
          .isInstanceOf(Answer.Broke.class);
    }
  }

  @Test
  void a_hanging_call_that_burns_a_processor_is_told() {
    PluginGate gate = gate(PATIENT);
    Guarded<Oracle> spinning = admit(gate, "spinning", evil(Evil.SPINS));
    Guarded<Oracle> blocked = admit(gate, "blocked", evil(Evil.BLOCKS_FOR_EVER));
    assertThat(spinning.ask(oracle -> oracle.say("x"))).isInstanceOf(Answer.Overran.class);
    assertThat(blocked.ask(oracle -> oracle.say("x"))).isInstanceOf(Answer.Overran.class);
    Waits.until(() -> status(gate, "spinning").bulkhead().burning() > 0.05);
    assertThat(status(gate, "blocked").bulkhead().burning()).isLessThan(0.02);
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
