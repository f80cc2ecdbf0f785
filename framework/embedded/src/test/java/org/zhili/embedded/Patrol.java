package org.zhili.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.zhili.casework.CaseDesk;
import org.zhili.id.CaseId;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.JobContext;
import org.zhili.module.ModuleInfo;
import org.zhili.module.Schedule;
import org.zhili.text.Text;

/** A module whose job goes on until it is told to stop, and then looks into the books once more. */
final class Patrol {
  private static final long PAUSE_NANOS = 1_000_000;

  final CountDownLatch begun = new CountDownLatch(1);
  final CompletableFuture<String> ended = new CompletableFuture<>();

  GovernanceModule over(CaseDesk desk) {
    return new GovernanceModule() {
      @Override
      public ModuleInfo info() {
        return new ModuleInfo("patrol", Text.of("patrol.name"), Set.of());
      }

      @Override
      public List<Contribution> contributions() {
        return List.of(
            new Contribution.Job(
                "patrol.round", new Schedule(Duration.ofDays(1)), context -> walk(desk, context)));
      }
    };
  }

  private void walk(CaseDesk desk, JobContext context) {
    begun.countDown();
    while (!context.stopping()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    long found = desk.find(new CaseId(new UUID(0, 0))).stream().count();
    ended.complete("cases found: " + found);
  }
}
