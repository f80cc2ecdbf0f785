package org.zhili.core.town;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Contributed;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.Missing;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.JobContext;

/**
 * Runs the jobs of modules, each once at a time. One that fails is run again at its next time; one
 * whose module has left, or is not asked now, waits for it.
 */
final class Jobs implements TimerHandler {
  static final String JOB = "job";
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private final ModuleBook modules;
  private final Transactions transactions;
  private final TimerStore timers;
  private final InstantSource clock;
  private final Set<Run> running = ConcurrentHashMap.newKeySet();

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
                .forEach(timers::ensure));
  }

  @Override
  public Effect handle(TimerClaim claim) {
    Optional<Contributed<Contribution.Job>> job =
        modules.contributions().jobs().stream()
            .filter(j -> j.contribution().id().equals(claim.key()))
            .findFirst();
    if (job.isEmpty()) {
      return Effect.notYet(Missing.Part.JOB, claim.key());
    }
    if (run(job.get(), claim) instanceof Answer.NotAsked) {
      return Effect.notYet(Missing.Part.JOB, claim.key());
    }
    Instant next = clock.instant().plus(job.get().contribution().schedule().every());
    return () -> timers.add(NewTimer.of(JOB, claim.key(), next));
  }

  /** Run a job, unless a run that overran its limit is still at it. */
  private Answer<Contributed.Done> run(Contributed<Contribution.Job> job, TimerClaim claim) {
    Run run = new Run(job.module(), claim.key());
    if (running.contains(run)) {
      LOG.warn("Job {} is still running and not run a second time", claim.key());
      return new Answer.Given<>(Contributed.Done.DONE);
    }
    JobContext context = new Context(job, claim.dueAt());
    Answer<Contributed.Done> answer = job.tell(j -> run(run, j.task(), context));
    if (answer instanceof Answer.NotAsked) {
      LOG.info("Job {} waits until its module is asked again: {}", claim.key(), answer);
    } else if (answer.given().isEmpty()) {
      LOG.warn("Job {} did not end well: {}", claim.key(), answer);
    }
    return answer;
  }

  /** What was abandoned counts as running until it ends. */
  private void run(Run run, Contribution.Task task, JobContext context) throws Exception {
    if (running.add(run)) {
      try {
        task.run(context);
      } finally {
        running.remove(run);
      }
    }
  }

  /** A job of one stay of its module. */
  private record Run(Guarded<GovernanceModule> module, String job) {}

  private record Context(Contributed<Contribution.Job> job, Instant due) implements JobContext {
    @Override
    public boolean stopping() {
      return job.isLeaving();
    }
  }
}
