package org.zhili.tck;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhili.id.CaseId;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Text;

/** Contracts of models that break one rule each. Run by the tests of the kit alone. */
final class WrongModels {
  private WrongModels() {}

  abstract static class Contract extends ScoringModelContract {
    private final ScoringModel model;

    Contract(ScoringModel model) {
      this.model = model;
    }

    @Override
    protected ScoringModel model() {
      return model;
    }
  }

  static class Faultless extends Contract {
    Faultless() {
      super(new Punctuality());
    }
  }

  static class Throwing extends Contract {
    Throwing() {
      super(
          new Punctuality() {
            @Override
            boolean inTime(GradedCase graded) {
              return graded.closedAt().orElseThrow().isAfter(graded.reportedAt());
            }
          });
    }
  }

  static class Generous extends Contract {
    Generous() {
      super(
          new Punctuality() {
            @Override
            public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
              return cases.isEmpty()
                  ? graded(BigDecimal.valueOf(100), 0, 0, List.of())
                  : super.grade(subject, period, cases);
            }
          });
    }
  }

  static class Miscounting extends Contract {
    Miscounting() {
      super(
          new Punctuality() {
            @Override
            Score graded(BigDecimal points, int good, int all, List<CaseId> late) {
              Score.Graded right = (Score.Graded) super.graded(points, good, all, late);
              return new Score.Graded(points.add(BigDecimal.ONE), right.lines(), all);
            }
          });
    }
  }

  static class Overflowing extends Contract {
    Overflowing() {
      super(
          new Punctuality() {
            @Override
            Score graded(BigDecimal points, int good, int all, List<CaseId> late) {
              return super.graded(points.add(BigDecimal.TEN), good, all, late);
            }
          });
    }
  }

  static class FirstCounts extends Contract {
    FirstCounts() {
      super(
          new Punctuality() {
            @Override
            public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
              return super.grade(subject, period, cases.subList(0, Math.min(1, cases.size())));
            }
          });
    }
  }

  /** Looks at when a case was closed, and not at how long its clocks ran. */
  static class Impatient extends Contract {
    Impatient() {
      super(
          new Punctuality() {
            @Override
            boolean inTime(GradedCase graded) {
              return graded
                  .closedAt()
                  .filter(at -> at.isBefore(graded.reportedAt().plus(Duration.ofDays(4))))
                  .isPresent();
            }
          });
    }
  }

  static class Inventive extends Contract {
    Inventive() {
      super(
          new Punctuality() {
            @Override
            Score graded(BigDecimal points, int good, int all, List<CaseId> late) {
              return super.graded(points, good, all, List.of(new CaseId(new UUID(0, 0))));
            }
          });
    }
  }

  static class Boasting extends Contract {
    Boasting() {
      super(
          new Punctuality() {
            @Override
            Score graded(BigDecimal points, int good, int all, List<CaseId> late) {
              return super.graded(points, good, all + 1, late);
            }
          });
    }
  }

  static class Speechless extends Contract {
    Speechless() {
      super(
          new Punctuality() {
            @Override
            public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
              return new Score.Ungraded(Text.of("test.no-such-words"), cases.size());
            }
          });
    }
  }

  static class Remembering extends Contract {
    Remembering() {
      super(
          new Punctuality() {
            private final AtomicInteger calls = new AtomicInteger();

            @Override
            boolean inTime(GradedCase graded) {
              return calls.incrementAndGet() < 5_000 && super.inTime(graded);
            }
          });
    }
  }
}
