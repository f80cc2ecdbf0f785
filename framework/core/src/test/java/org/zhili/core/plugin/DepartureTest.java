package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.LONG;
import static org.zhili.core.plugin.GateFixture.SHORT;
import static org.zhili.core.plugin.GateFixture.identity;
import static org.zhili.core.plugin.GateFixture.states;
import static org.zhili.core.plugin.GateFixture.status;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.PluginStatus.Counts;
import org.zhili.core.plugin.PluginStatus.State;

class DepartureTest {
  private final Waits waits = new Waits();
  private final PluginGate gate = GateFixture.gate();
  private final PluginGate hasty = new PluginGate(new GateLimits(Map.of(), LONG, LONG, SHORT, 4));
  private final CountDownLatch inside = waits.latch();
  private final CountDownLatch release = waits.latch();

  @AfterEach
  void close() {
    waits.close();
    gate.close();
    hasty.close();
  }

  @Test
  void a_departure_waits_for_a_call_in_flight() {
    Membership stay = gate.admit(Oracle.class, slow(), identity("slow"));
    Guarded<Oracle> slow = named(gate, "slow");
    Waits.Work<Answer<String>> asking = Waits.start(() -> slow.ask(o -> o.say("x")));
    Waits.reached(inside);
    Waits.Work<String> leaving = Waits.start(() -> closed(stay));
    leaving.untilWaiting();
    assertThat(leaving.isDone()).isFalse();
    assertThat(slow.isLeaving()).isTrue();
    release.countDown();
    assertThat(asking.get()).isEqualTo(new Answer.Given<>("x"));
    assertThat(leaving.get()).isEqualTo("closed");
    assertThat(gate.status()).isEmpty();
  }

  @Test
  void nothing_new_is_asked_of_one_that_leaves() {
    Membership stay = gate.admit(Oracle.class, slow(), identity("slow"));
    Guarded<Oracle> slow = named(gate, "slow");
    Waits.Work<Answer<String>> asking = Waits.start(() -> slow.ask(o -> o.say("x")));
    Waits.reached(inside);
    Waits.Work<String> leaving = Waits.start(() -> closed(stay));
    leaving.untilWaiting();
    assertThat(slow.ask(oracle -> oracle.say("y"))).isEqualTo(new Answer.Withdrawn<>());
    assertThat(slow.askEach(List.of("y", "z"), Oracle::say))
        .containsExactly(new Answer.Withdrawn<>(), new Answer.Withdrawn<>());
    assertThat(gate.named(Oracle.class, "slow")).isEmpty();
    release.countDown();
    assertThat(asking.get()).isEqualTo(new Answer.Given<>("x"));
    assertThat(leaving.get()).isEqualTo("closed");
    assertThat(slow.ask(oracle -> oracle.say("z"))).isEqualTo(new Answer.Withdrawn<>());
  }

  @Test
  void of_a_batch_the_question_at_hand_is_awaited_and_the_others_go_back() {
    Membership stay = gate.admit(Oracle.class, slow(), identity("slow"));
    Guarded<Oracle> slow = named(gate, "slow");
    Waits.Work<List<Answer<String>>> asking =
        Waits.start(() -> slow.askEach(List.of("a", "b", "c"), Oracle::say));
    Waits.reached(inside);
    Waits.Work<String> leaving = Waits.start(() -> closed(stay));
    leaving.untilWaiting();
    release.countDown();
    assertThat(asking.get())
        .containsExactly(
            new Answer.Given<>("a"), new Answer.Withdrawn<>(), new Answer.Withdrawn<>());
    assertThat(leaving.get()).isEqualTo("closed");
  }

  @Test
  void what_does_not_come_back_within_the_drain_limit_is_withdrawn() {
    Membership stay = hasty.admit(Oracle.class, slow(), identity("slow"));
    Guarded<Oracle> slow = named(hasty, "slow");
    Waits.Work<List<Answer<String>>> asking =
        Waits.start(() -> slow.askEach(List.of("a", "b"), Oracle::say));
    Waits.reached(inside);
    stay.close();
    assertThat(asking.get()).containsExactly(new Answer.Withdrawn<>(), new Answer.Withdrawn<>());
    assertThat(status(hasty, "slow").state()).isEqualTo(State.LEFT);
    assertThat(status(hasty, "slow").hanging()).isEqualTo(1);
    assertThat(status(hasty, "slow").counts()).isEqualTo(new Counts(0, 2, 0, 0));
    release.countDown(); // its late answer goes nowhere, and it is forgotten
    Waits.until(() -> hasty.status().isEmpty());
  }

  @Test
  void code_that_went_missing_during_a_departure_is_no_fault_of_the_plug_in() {
    assertThat(answerWhenLeavingWith(new NoClassDefFoundError("wiring is no longer valid")))
        .isEqualTo(new Answer.Withdrawn<>());
    assertThat(answerWhenLeavingWith(new IllegalStateException("service is gone")))
        .isEqualTo(new Answer.Withdrawn<>());
    assertThat(answerWhenLeavingWith(new IllegalArgumentException("a bug")))
        .isInstanceOf(Answer.Broke.class);
  }

  private Answer<String> answerWhenLeavingWith(Throwable error) {
    CountDownLatch asked = waits.latch();
    CountDownLatch go = waits.latch();
    Oracle torn =
        word -> {
          asked.countDown();
          Waits.block(go);
          if (error instanceof Error wrong) {
            throw wrong;
          }
          throw (RuntimeException) error;
        };
    Membership stay = gate.admit(Oracle.class, torn, identity("torn"));
    Guarded<Oracle> guarded = named(gate, "torn");
    Waits.Work<Answer<String>> asking = Waits.start(() -> guarded.ask(o -> o.say("x")));
    Waits.reached(asked);
    Waits.Work<String> leaving = Waits.start(() -> closed(stay));
    leaving.untilWaiting();
    go.countDown();
    assertThat(leaving.get()).isEqualTo("closed");
    return asking.get();
  }

  @Test
  void a_plug_in_may_leave_from_inside_its_own_call() {
    CompletableFuture<Membership> stay = new CompletableFuture<>();
    stay.complete(
        gate.admit(
            Oracle.class,
            word -> {
              stay.join().close();
              return word;
            },
            identity("leaver")));
    Guarded<Oracle> leaver = named(gate, "leaver");
    assertThat(leaver.ask(oracle -> oracle.say("bye"))).isEqualTo(new Answer.Given<>("bye"));
    assertThat(leaver.ask(oracle -> oracle.say("again"))).isEqualTo(new Answer.Withdrawn<>());
    assertThat(gate.status()).isEmpty();
  }

  @Test
  void a_plug_in_may_be_sent_away_by_one_it_asks() {
    CompletableFuture<Membership> stay = new CompletableFuture<>();
    gate.admit(
        Oracle.class,
        word -> {
          stay.join().close();
          return word;
        },
        identity("inner"));
    Guarded<Oracle> inner = named(gate, "inner");
    stay.complete(
        gate.admit(
            Oracle.class,
            word -> inner.ask(o -> o.say(word)).given().orElse("none"),
            identity("outer")));
    assertThat(named(gate, "outer").ask(oracle -> oracle.say("bye")))
        .isEqualTo(new Answer.Given<>("bye"));
    assertThat(gate.named(Oracle.class, "outer")).isEmpty();
  }

  @Test
  void leaving_from_inside_a_call_still_waits_for_the_other_calls() {
    CompletableFuture<Membership> stay = new CompletableFuture<>();
    CountDownLatch closing = waits.latch();
    CompletableFuture<Thread> closer = new CompletableFuture<>();
    stay.complete(
        gate.admit(
            Oracle.class,
            word -> {
              if (word.equals("leave")) {
                closer.complete(Thread.currentThread());
                closing.countDown();
                stay.join().close();
              } else {
                inside.countDown();
                Waits.block(release);
              }
              return word;
            },
            identity("leaver")));
    Guarded<Oracle> leaver = named(gate, "leaver");
    Waits.Work<Answer<String>> other = Waits.start(() -> leaver.ask(o -> o.say("other")));
    Waits.reached(inside);
    Waits.Work<Answer<String>> leave = Waits.start(() -> leaver.ask(o -> o.say("leave")));
    Waits.reached(closing);
    Waits.until(() -> closer.join().getState() == Thread.State.TIMED_WAITING || leave.isDone());
    assertThat(leave.isDone()).isFalse();
    release.countDown();
    assertThat(other.get()).isEqualTo(new Answer.Given<>("other"));
    assertThat(leave.get()).isEqualTo(new Answer.Given<>("leave"));
  }

  @Test
  void closing_again_does_nothing() {
    Membership stay = gate.admit(Oracle.class, Oracle.good(), identity("good"));
    stay.close();
    stay.close();
    Membership next = gate.admit(Oracle.class, Oracle.good(), identity("good"));
    stay.close();
    assertThat(named(gate, "good").ask(o -> o.say("a"))).isEqualTo(new Answer.Given<>("A"));
    next.close();
    assertThat(gate.status()).isEmpty();
  }

  @Test
  void an_interrupt_of_the_departing_thread_is_kept_for_later() {
    Membership stay = gate.admit(Oracle.class, slow(), identity("slow"));
    Guarded<Oracle> slow = named(gate, "slow");
    Waits.Work<Answer<String>> asking = Waits.start(() -> slow.ask(o -> o.say("x")));
    Waits.reached(inside);
    Waits.Work<Boolean> leaving =
        Waits.start(
            () -> {
              Thread.currentThread().interrupt();
              stay.close();
              return Thread.interrupted();
            });
    Waits.until(slow::isLeaving);
    leaving.untilWaiting();
    assertThat(leaving.isDone()).isFalse();
    release.countDown();
    assertThat(leaving.get()).isTrue();
    assertThat(asking.get()).isEqualTo(new Answer.Given<>("x"));
  }

  @Test
  void a_gate_that_closes_lets_all_leave_within_one_drain_limit() {
    hasty.admit(Oracle.class, slow(), identity("one"));
    hasty.admit(Oracle.class, slow(), identity("two"));
    List<Guarded<Oracle>> both = hasty.of(Oracle.class);
    List<Waits.Work<Answer<String>>> asking =
        both.stream().map(one -> Waits.start(() -> one.ask(o -> o.say("x")))).toList();
    Waits.until(() -> hasty.status().stream().allMatch(status -> status.inFlight() == 1));
    hasty.close();
    asking.forEach(work -> assertThat(work.get()).isEqualTo(new Answer.Withdrawn<>()));
    assertThat(hasty.of(Oracle.class)).isEmpty();
    assertThat(states(hasty)).containsOnly(State.LEFT);
  }

  private Oracle slow() {
    return word -> {
      inside.countDown();
      Waits.block(release);
      return word;
    };
  }

  private static Guarded<Oracle> named(PluginGate gate, String id) {
    return gate.named(Oracle.class, id).orElseThrow();
  }

  private static String closed(Membership stay) {
    stay.close();
    return "closed";
  }
}
