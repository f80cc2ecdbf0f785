package org.zhili.core.town;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Contributed;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;
import org.zhili.module.Contribution;
import org.zhili.module.JobContext;

/**
 * Runs the jobs of modules. One that fails is run again at its next time; one whose module has left
 * waits for it.
 */
final class Jobs implements TimerHandler {
  static final String JOB = "job";
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private final ModuleBook modules;
  private final Transactions transactions;
  private final TimerStore timers;
  private final InstantSource clock;

  Jobs(ModuleBook modules, Transactions transactions, TimerStore timers, InstantSource clock) {
    this.modules = modules;
    this.transactions = transactions;
    this.timers = timers;
    this.clock = clock;
  }

  /** See that every job that is here has its timer. */
  void schedule() {
    Instant now = clock.instant();
    transactions.run(
        () ->
            modules.contributions().jobs().stream()
                .map(job -> NewTimer.of(JOB, job.contribution().id(), now))
                .forEach(timers::add));
  }

  @Override
  public Effect handle(TimerClaim claim) {
    Optional<Contributed<Contribution.Job>> job =
        modules.contributions().jobs().stream()
            .filter(j -> j.contribution().id().equals(claim.key()))
            .findFirst();
    if (job.isEmpty()) {
      return Effect.notYet("the module of job " + claim.key() + " is not here");
    }
    JobContext context = new Context(job.get(), claim.dueAt());
    Answer<Contributed.Done> answer = job.get().tell(j -> j.task().run(context));
    if (answer.given().isEmpty()) {
      LOG.warn("Job {} did not end well: {}", claim.key(), answer);
    }
    Instant next = clock.instant().plus(job.get().contribution().schedule().every());
    return () -> timers.add(NewTimer.of(JOB, claim.key(), next));
  }

  private record Context(Contributed<Contribution.Job> job, Instant due) implements JobContext {
    @Override
    public boolean stopping() {
      return job.isLeaving();
    }
  }
}
