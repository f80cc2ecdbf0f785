package org.zhili.tck;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.JobContext;
import org.zhili.text.Text;

/** Contracts of modules that break one rule each. Run by the tests of the kit alone. */
final class WrongModules {
  private WrongModules() {}

  abstract static class Contract extends GovernanceModuleContract {
    private final GovernanceModule module;

    Contract(GovernanceModule module) {
      this.module = module;
    }

    @Override
    protected GovernanceModule module() {
      return module;
    }
  }

  static class Faultless extends Contract {
    Faultless() {
      super(new Greenhouse());
    }
  }

  static class Empty extends Contract {
    Empty() {
      super(bringing(List.of()));
    }
  }

  /** Makes its contributions anew at each call. */
  static class Restless extends Contract {
    Restless() {
      super(
          new Greenhouse() {
            @Override
            public List<Contribution> contributions() {
              return new Greenhouse().contributions();
            }
          });
    }
  }

  static class Unprefixed extends Contract {
    Unprefixed() {
      super(
          new Greenhouse() {
            @Override
            String alarmId() {
              return "hot";
            }
          });
    }
  }

  static class Doubling extends Contract {
    Doubling() {
      super(
          new Greenhouse() {
            @Override
            String alarmId() {
              return "test.quiet";
            }
          });
    }
  }

  static class NeverClosed extends Contract {
    NeverClosed() {
      super(
          ofType(
              Greenhouse.type(
                  List.of(
                      Greenhouse.step("reported", CaseState.REPORTED),
                      Greenhouse.step("handling", CaseState.HANDLING),
                      Greenhouse.step("closed", CaseState.FEEDBACK)),
                  "handling")));
    }
  }

  static class Lost extends Contract {
    Lost() {
      super(
          ofType(
              Greenhouse.type(
                  List.of(
                      Greenhouse.step("reported", CaseState.REPORTED),
                      Greenhouse.step("handling", CaseState.HANDLING),
                      Greenhouse.step("checked", CaseState.FEEDBACK),
                      Greenhouse.step("closed", CaseState.CLOSED)),
                  "handling")));
    }
  }

  static class Dangling extends Contract {
    Dangling() {
      super(
          ofType(
              Greenhouse.type(
                  List.of(
                      Greenhouse.step("reported", CaseState.REPORTED),
                      Greenhouse.step("handling", CaseState.HANDLING),
                      Greenhouse.step("closed", CaseState.CLOSED)),
                  "mended")));
    }
  }

  static class Speechless extends Contract {
    Speechless() {
      super(
          new Greenhouse() {
            @Override
            String pageTitle() {
              return "test.english-only";
            }
          });
    }
  }

  static class Throwing extends Contract {
    Throwing() {
      super(judging(seen -> seen.asset().map(asset -> Greenhouse.judge(seen)).orElseThrow()));
    }
  }

  /** Fails on a setting that nobody would try by itself. */
  static class Trusting extends Contract {
    Trusting() {
      super(
          judging(
              seen -> {
                String bound = seen.device().settings().getOrDefault("greenhouse.hot", "40");
                return Double.parseDouble(bound) > 0
                    ? Greenhouse.judge(seen)
                    : new Judgment.NotApplicable();
              }));
    }

    @Override
    protected Set<String> settings() {
      return Set.of("greenhouse.hot");
    }
  }

  static class Mumbling extends Contract {
    Mumbling() {
      super(
          judging(
              seen -> new Judgment.Abnormal("odd", Severity.MINOR, Text.of("test.no-such-words"))));
    }
  }

  static class Remembering extends Contract {
    Remembering() {
      super(judging(remembering()));
    }
  }

  static class Endless extends Contract {
    Endless() {
      super(
          new Greenhouse() {
            @Override
            void air(JobContext context) throws InterruptedException {
              new CountDownLatch(1).await();
            }
          });
    }
  }

  static class Complaining extends Contract {
    Complaining() {
      super(
          new Greenhouse() {
            @Override
            void air(JobContext context) {
              if (!context.stopping()) {
                throw new IllegalStateException("the window is stuck");
              }
            }
          });
    }
  }

  static class Scriptless extends Contract {
    Scriptless() {
      super(
          new Greenhouse() {
            @Override
            String pageScript() {
              return "forgotten.js";
            }
          });
    }
  }

  private static AlarmRule remembering() {
    AtomicInteger calls = new AtomicInteger();
    return seen ->
        calls.incrementAndGet() % 40 == 39 ? new Judgment.NotApplicable() : Greenhouse.judge(seen);
  }

  private static GovernanceModule bringing(List<Contribution> contributions) {
    return new Greenhouse() {
      @Override
      public List<Contribution> contributions() {
        return contributions;
      }
    };
  }

  private static GovernanceModule ofType(CaseType type) {
    return bringing(List.of(new Contribution.Cases(type)));
  }

  private static GovernanceModule judging(AlarmRule rule) {
    return bringing(
        List.of(
            new Contribution.Alarm("test.hot", Set.of("greenhouse"), Set.of("temperature"), rule)));
  }
}
