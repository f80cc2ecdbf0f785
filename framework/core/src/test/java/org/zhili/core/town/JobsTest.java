package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Await;
import org.zhili.core.plugin.FakeModule;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.Named;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.timer.InMemoryTimerStore;
import org.zhili.core.timer.TimerWorkers;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.Schedule;

class JobsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final PluginGate gate =
      new PluginGate(GateLimits.DEFAULT.with(Contribution.Job.class, Duration.ofSeconds(2)));
  private final ModuleBook modules = new ModuleBook(gate);
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryTimerStore store = new InMemoryTimerStore(transactions);
  private final List<Instant> runs = new CopyOnWriteArrayList<>();
  private Instant now = NOW;
  private final Jobs jobs = new Jobs(modules, transactions, store, () -> now);
  private final TimerWorkers workers = new TimerWorkers(transactions, store, () -> now);

  JobsTest() {
    workers.registerLong(Jobs.JOB, jobs);
  }

  @AfterEach
  void close() {
    modules.close();
    gate.close();
  }

  @Test
  void a_job_runs_soon_after_it_appears_and_then_every_so_often() {
    admit(context -> runs.add(context.due()));
    jobs.schedule();
    workers.runDue();
    workers.runDue();
    assertThat(runs).containsExactly(NOW);

    now = now.plus(HOUR);
    workers.runDue();
    assertThat(runs).containsExactly(NOW, NOW.plus(HOUR));
  }

  @Test
  void a_job_that_fails_has_its_next_turn_however_often_it_failed() {
    admit(
        context -> {
          runs.add(context.due());
          throw new IllegalStateException("no");
        });
    jobs.schedule();
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      now = now.plus(HOUR);
    }

    assertThat(runs).hasSize(20);
    assertThat(store.dead(9)).isEmpty();
  }

  @Test
  void a_job_waits_for_its_module() {
    Membership first = admit(context -> runs.add(context.due()));
    jobs.schedule();
    first.close();
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      workers.hurry();
    }
    assertThat(runs).isEmpty();
    assertThat(store.dead(9)).isEmpty();

    admit(context -> runs.add(context.due()));
    jobs.schedule();
    workers.hurry();
    workers.runDue();
    assertThat(runs).containsExactly(NOW);
  }

  @Test
  void a_job_whose_module_is_not_asked_is_made_up_when_it_is() {
    admit(context -> runs.add(context.due()));
    Named name =
        new Named("GovernanceModule", gate.of(GovernanceModule.class).get(0).identity().id());
    gate.isolate(name);
    jobs.schedule();
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      workers.hurry();
    }
    assertThat(runs).isEmpty();
    assertThat(store.dead(9)).isEmpty();

    gate.release(name);
    workers.hurry();
    workers.runDue();
    assertThat(runs).containsExactly(NOW);
  }

  @Test
  void a_job_that_overran_is_not_run_a_second_time_while_it_runs() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    admit(
        context -> {
          runs.add(context.due());
          end.await();
        });
    jobs.schedule();
    for (int i = 0; i < 5; i++) {
      workers.runDue();
      now = now.plus(HOUR);
    }
    assertThat(runs).hasSize(1);

    end.countDown();
    Await.until(
        () -> {
          workers.runDue();
          now = now.plus(HOUR);
          return runs.size() > 1;
        });
  }

  @Test
  void a_change_of_modules_starts_no_second_run_on_any_node() {
    Jobs otherNode = new Jobs(modules, transactions, store, () -> now);
    TimerWorkers otherWorkers = new TimerWorkers(transactions, store, () -> now);
    otherWorkers.registerLong(Jobs.JOB, otherNode);
    admit(
        context -> {
          runs.add(context.due());
          otherNode.schedule();
          otherWorkers.runDue();
        });
    jobs.schedule();
    workers.runDue();

    assertThat(runs).hasSize(1);
  }

  private Membership admit(Contribution.Task task) {
    return gate.admit(
        GovernanceModule.class,
        FakeModule.bringing("test", new Contribution.Job("test.job", new Schedule(HOUR), task)),
        new PluginIdentity("test", "1.0.0", 0));
  }
}
