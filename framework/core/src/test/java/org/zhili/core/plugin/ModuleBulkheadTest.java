package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.LONG;
import static org.zhili.core.plugin.GateFixture.SHORT;
import static org.zhili.core.plugin.GateFixture.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.GateLimits.Breaking;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.text.Language;
import org.zhili.text.Words;

/** What one part of a module does to itself, it does to no other. */
class ModuleBulkheadTest {
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
  void a_part_that_hangs_for_good_is_out_until_another_version_comes_and_the_others_are_not() {
    PluginGate gate = gate(GateFixture.patient().with(AT_ONCE).with(Contribution.Job.class, SHORT));
    Contribution.Job stuck = Samples.job("m.stuck", context -> Waits.block(end));
    Contribution.Job sound = Samples.job("m.sound", context -> {});
    gate.admit(
        GovernanceModule.class, FakeModule.bringing("m", stuck, sound), GateFixture.identity("m"));
    Guarded<GovernanceModule> module = gate.named(GovernanceModule.class, "m").orElseThrow();
    Contributed<Contribution.Job> hanging = new Contributed<>(module, stuck);
    for (int i = 0; i < 20; i++) {
      hanging.tell(job -> job.task().run(Samples.jobContext()));
    }
    assertThat(status(gate, "m").hanging()).as("half of eight").isEqualTo(4);
    assertThat(hanging.tell(job -> job.task().run(Samples.jobContext())))
        .isEqualTo(new Answer.NotAsked<>(Answer.Why.HANGING));
    assertThat(only(gate, "m").part()).isEqualTo("m.stuck");
    assertThat(only(gate, "m").retryIn()).isEmpty();
    assertThat(Words.beside(PluginGate.class).render(only(gate, "m").why(), Language.EN))
        .startsWith("4 calls of plug-in m@1.0.0 m.stuck do not end")
        .contains("only another version");
    assertThat(new Contributed<>(module, sound).tell(j -> j.task().run(Samples.jobContext())))
        .isInstanceOf(Answer.Given.class);
  }

  @Test
  void what_follows_cases_may_fail_for_want_of_a_database_and_is_asked_all_the_same() {
    PluginGate gate = gate(GateFixture.patient().with(PATIENT));
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

  private static Circuit only(PluginGate gate, String id) {
    List<Circuit> circuits = status(gate, id).bulkhead().circuits();
    assertThat(circuits).hasSize(1);
    return circuits.get(0);
  }

  private PluginGate gate(GateLimits limits) {
    PluginGate gate = new PluginGate(limits);
    gates.add(gate);
    return gate;
  }
}
