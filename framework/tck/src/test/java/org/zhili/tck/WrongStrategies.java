package org.zhili.tck;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhili.dispatch.Candidate;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.id.UnitId;
import org.zhili.text.Explanation;
import org.zhili.text.Text;

/** Contracts of strategies that break one rule each. Run by the tests of the kit alone. */
final class WrongStrategies {
  private WrongStrategies() {}

  abstract static class Contract extends DispatchStrategyContract {
    private final DispatchStrategy strategy;

    Contract(DispatchStrategy strategy) {
      this.strategy = strategy;
    }

    @Override
    protected DispatchStrategy strategy() {
      return strategy;
    }
  }

  static class Faultless extends Contract {
    Faultless() {
      super(new LeastBusy());
    }
  }

  static class Throwing extends Contract {
    Throwing() {
      super(
          new LeastBusy() {
            @Override
            public Proposal propose(DispatchRequest request) {
              return request.duty().row().map(row -> super.propose(request)).orElseThrow();
            }
          });
    }
  }

  static class Silent extends Contract {
    Silent() {
      super(
          new LeastBusy() {
            @Override
            @SuppressWarnings("NullAway")
            public Proposal propose(DispatchRequest request) {
              return request.returned().isEmpty() ? super.propose(request) : null;
            }
          });
    }
  }

  /** Believes the books, whoever serves the place. */
  static class Bookish extends Contract {
    Bookish() {
      super(
          new LeastBusy() {
            @Override
            public Proposal propose(DispatchRequest request) {
              return request.candidates().isEmpty()
                  ? super.propose(request)
                  : request.duty().owner().map(this::assign).orElse(super.propose(request));
            }
          });
    }
  }

  static class Doubling extends Contract {
    Doubling() {
      super(
          new LeastBusy() {
            @Override
            Proposal assign(UnitId lead) {
              return new Proposal.Assign(lead, Set.of(lead), Set.of(), List.of(), 0.5, why(lead));
            }
          });
    }
  }

  static class Guessing extends Contract {
    Guessing() {
      super(
          new LeastBusy() {
            @Override
            public Proposal propose(DispatchRequest request) {
              return request.candidates().isEmpty()
                  ? assign(new UnitId("somebody"))
                  : super.propose(request);
            }
          });
    }
  }

  static class EnglishOnly extends Contract {
    EnglishOnly() {
      super(
          new LeastBusy() {
            @Override
            Explanation why(UnitId lead) {
              return Explanation.of(Text.of("test.english-only"));
            }
          });
    }
  }

  static class Gappy extends Contract {
    Gappy() {
      super(
          new LeastBusy() {
            @Override
            Explanation why(UnitId lead) {
              return Explanation.of(Text.of("test.gap", lead.value()));
            }
          });
    }
  }

  static class FirstCome extends Contract {
    FirstCome() {
      super(
          new LeastBusy() {
            @Override
            public Proposal propose(DispatchRequest request) {
              return request.candidates().stream()
                  .findFirst()
                  .map(Candidate::unit)
                  .map(unit -> assign(unit.id()))
                  .orElse(super.propose(request));
            }
          });
    }
  }

  static class Remembering extends Contract {
    Remembering() {
      super(
          new LeastBusy() {
            private final AtomicInteger calls = new AtomicInteger();

            @Override
            public Proposal propose(DispatchRequest request) {
              return calls.incrementAndGet() % 1000 == 999
                  ? new Proposal.Refer(Explanation.of(Text.of("test.nobody")))
                  : super.propose(request);
            }
          });
    }
  }
}
