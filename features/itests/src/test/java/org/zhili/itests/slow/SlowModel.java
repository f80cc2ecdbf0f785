package org.zhili.itests.slow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Text;

/**
 * Says when it is asked for its criteria, waits until it may go on, and then needs a class that
 * nobody has loaded yet. It meets the test in the system properties, which is all they share.
 */
@Component
public final class SlowModel implements ScoringModel {
  @Override
  public String id() {
    return "slow";
  }

  @Override
  public List<Criterion> criteria() {
    latch("zhili.test.inside").countDown();
    await(latch("zhili.test.go"));
    return Boolean.getBoolean("zhili.test.late-class")
        ? LateClass.criteria()
        : List.of(new Criterion("loaded", Text.of("loaded"), BigDecimal.ONE));
  }

  @Override
  public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
    return new Score.Ungraded(Text.of("none"), 0);
  }

  private static CountDownLatch latch(String name) {
    return (CountDownLatch) Objects.requireNonNull(System.getProperties().get(name), name);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
