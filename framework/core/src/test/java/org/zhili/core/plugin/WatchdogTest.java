package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.SHORT;
import static org.zhili.core.plugin.GateFixture.admit;
import static org.zhili.core.plugin.GateFixture.status;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.PluginStatus.Counts;
import org.zhili.device.DeviceDriver;

class WatchdogTest {
  /** Short enough to be waited for, long enough for a busy machine to answer what is trivial. */
  private static final Duration MODEST = Duration.ofMillis(500);

  private final Waits waits = new Waits();
  private final PluginGate gate =
      new PluginGate(
          GateFixture.patient().with(Oracle.class, MODEST).with(DeviceDriver.class, SHORT));

  @AfterEach
  void close() {
    waits.close();
    gate.close();
  }

  @Test
  void one_that_never_returns_is_left_to_itself() {
    CountDownLatch never = waits.latch();
    Guarded<Oracle> stuck = admit(gate, "stuck", hangingOn("hang", never));
    assertThat(stuck.ask(oracle -> oracle.say("hang"))).isEqualTo(new Answer.Overran<>(MODEST));
    assertThat(status(gate, "stuck").hanging()).isEqualTo(1);
    assertThat(stuck.ask(oracle -> oracle.say("fine"))).isEqualTo(new Answer.Given<>("fine"));
  }

  @Test
  void an_overrun_among_many_costs_only_its_own_answer() {
    CountDownLatch never = waits.latch();
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    Guarded<Oracle> stuck =
        admit(
            gate,
            "stuck",
            word -> {
              workers.add(Thread.currentThread());
              return hangingOn("hang", never).say(word);
            });
    assertThat(stuck.askEach(List.of("a", "b", "hang", "c", "hang", "d"), Oracle::say))
        .containsExactly(
            new Answer.Given<>("a"),
            new Answer.Given<>("b"),
            new Answer.Overran<>(MODEST),
            new Answer.Given<>("c"),
            new Answer.Overran<>(MODEST),
            new Answer.Given<>("d"));
    assertThat(workers).hasSize(3);
    assertThat(status(gate, "stuck").counts()).isEqualTo(new Counts(4, 0, 2, 0));
  }

  @Test
  void an_answer_that_comes_late_is_dropped() {
    CountDownLatch late = waits.latch();
    CountDownLatch second = waits.latch();
    CountDownLatch secondAsked = waits.latch();
    Guarded<Oracle> slow =
        admit(
            gate,
            "slow",
            word -> {
              if (word.equals("first")) {
                Waits.block(late);
              } else {
                secondAsked.countDown();
                Waits.block(second);
              }
              return word;
            });
    Waits.Work<List<Answer<String>>> asking =
        Waits.start(() -> slow.askEach(List.of("first", "second"), Oracle::say));
    Waits.reached(secondAsked);
    late.countDown(); // the first answer comes while the second question is at hand
    Waits.until(() -> status(gate, "slow").hanging() == 0);
    second.countDown();
    assertThat(asking.get().get(0)).isEqualTo(new Answer.Overran<>(MODEST));
    assertThat(asking.get()).hasSize(2).doesNotContain(new Answer.Given<>("first"));
  }

  @Test
  void neighbours_of_one_that_hangs_are_asked_as_ever() {
    CountDownLatch never = waits.latch();
    CountDownLatch inside = waits.latch();
    Guarded<Oracle> stuck =
        admit(
            gate,
            "stuck",
            word -> {
              inside.countDown();
              return hangingOn("hang", never).say(word);
            });
    Guarded<Oracle> neighbour = admit(gate, "neighbour", Oracle.good());
    Waits.Work<Answer<String>> hanging = Waits.start(() -> stuck.ask(o -> o.say("hang")));
    Waits.reached(inside);
    assertThat(neighbour.ask(oracle -> oracle.say("now"))).isEqualTo(new Answer.Given<>("NOW"));
    assertThat(hanging.get()).isEqualTo(new Answer.Overran<>(MODEST));
    assertThat(neighbour.ask(oracle -> oracle.say("after"))).isEqualTo(new Answer.Given<>("AFTER"));
  }

  @Test
  void the_limit_is_for_each_question_and_not_for_all() {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch never = waits.latch();
    Guarded<Oracle> steady =
        admit(
            gate,
            "steady",
            word -> {
              asked.incrementAndGet();
              pauseFor(never, MODEST.dividedBy(5));
              return word;
            });
    List<String> questions = IntStream.range(0, 8).mapToObj(Integer::toString).toList();
    assertThat(steady.askEach(questions, Oracle::say))
        .allMatch(answer -> answer instanceof Answer.Given);
    assertThat(asked).hasValue(8);
  }

  @Test
  void one_with_too_many_hanging_calls_is_asked_nothing_until_one_comes_back() {
    CountDownLatch never = waits.latch();
    AtomicInteger asked = new AtomicInteger();
    Guarded<DeviceDriver> stuck =
        driver(
            "stuck",
            () -> {
              asked.incrementAndGet();
              Waits.block(never);
            });
    List<Answer<String>> answers =
        stuck.askEach(List.of(1, 2, 3, 4, 5, 6), (driver, i) -> decode(driver));
    assertThat(answers)
        .hasSize(6)
        .startsWith(new Answer.Overran<>(SHORT))
        .endsWith(new Answer.NotAsked<>(Answer.Why.SLOW));
    while (!(stuck.ask(WatchdogTest::decode) instanceof Answer.NotAsked)) {
      assertThat(asked.get()).isLessThanOrEqualTo(4);
    }
    assertThat(asked).hasValue(4);
    assertThat(status(gate, "stuck").hanging()).isEqualTo(4);

    never.countDown();
    Waits.until(() -> status(gate, "stuck").hanging() == 0);
    Waits.until(() -> stuck.ask(WatchdogTest::decode).given().isPresent());
  }

  @Test
  void a_driver_that_overruns_is_interrupted_since_it_is_pure() {
    CountDownLatch never = waits.latch();
    Guarded<DeviceDriver> patient =
        driver(
            "patient",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    assertThat(patient.ask(WatchdogTest::decode)).isEqualTo(new Answer.Overran<>(SHORT));
    Waits.until(() -> status(gate, "patient").hanging() == 0);
    assertThat(never.getCount()).isEqualTo(1);
  }

  @Test
  void a_plug_in_that_may_write_files_is_not_interrupted() {
    CountDownLatch never = waits.latch();
    CountDownLatch over = waits.latch();
    AtomicInteger interrupts = new AtomicInteger();
    Guarded<Oracle> writing =
        admit(
            gate,
            "writing",
            word -> {
              Waits.reached(never);
              interrupts.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
              over.countDown();
              return word;
            });
    assertThat(writing.ask(oracle -> oracle.say("x"))).isEqualTo(new Answer.Overran<>(MODEST));
    never.countDown();
    Waits.reached(over);
    assertThat(interrupts).hasValue(0);
  }

  private Guarded<DeviceDriver> driver(String id, Runnable decoding) {
    gate.admit(DeviceDriver.class, new FakeDriver(id, decoding), GateFixture.identity("door"));
    return gate.named(DeviceDriver.class, id).orElseThrow();
  }

  private static String decode(DeviceDriver driver) {
    return driver.decode(FakeDriver.message()).toString();
  }

  private static Oracle hangingOn(String evil, CountDownLatch latch) {
    return word -> {
      if (word.equals(evil)) {
        Waits.block(latch);
      }
      return word;
    };
  }

  /** Take a while as a well-behaved plug-in does: an interrupt ends it. */
  private static void pauseFor(CountDownLatch never, Duration pause) {
    try {
      assertThat(never.await(pause.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
