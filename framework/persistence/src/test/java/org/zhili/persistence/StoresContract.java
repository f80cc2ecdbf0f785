package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.zhili.core.casework.CaseTypeStore;
import org.zhili.core.casework.CaseTypeStoreContract;
import org.zhili.core.city.CredentialStore;
import org.zhili.core.city.CredentialStoreContract;
import org.zhili.core.city.RegisterChangesContract;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.city.RegisterStoreContract;
import org.zhili.core.dispatch.OrderStore;
import org.zhili.core.dispatch.OrderStoreContract;
import org.zhili.core.dispatch.ReviewStore;
import org.zhili.core.dispatch.ReviewStoreContract;
import org.zhili.core.edition.EditionStore;
import org.zhili.core.edition.EditionStoreContract;
import org.zhili.core.grading.ScoreStore;
import org.zhili.core.grading.ScoreStoreContract;
import org.zhili.core.plugin.IsolationStore;
import org.zhili.core.plugin.IsolationStoreContract;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.IdempotencyStoreContract;
import org.zhili.core.store.Transactions;
import org.zhili.core.store.TransactionsContract;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.town.TownStores;
import org.zhili.core.trace.TraceGrowthContract;
import org.zhili.core.trace.TraceLog;
import org.zhili.core.trace.TraceStore;
import org.zhili.core.trace.TraceStoreContract;

/** Every contract of what the core keeps of cases and the city, on a database. */
abstract class StoresContract extends CaseStoresContract {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");

  @Nested
  class AllTogether extends TransactionsContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected void write(String key) {
      town().stores().registers().rulesApplied(key, NOW);
    }

    @Override
    protected Set<String> written() {
      return Set.copyOf(town().texts("select version from core_rules"));
    }

    private List<TimerClaim> claimed() {
      return town().stores().timers().claim(Set.of("test"), NOW, Duration.ofMinutes(1), 9);
    }

    @Test
    void who_reads_waits_for_nobody_who_writes() {
      TownStores stores = town().stores();
      TraceLog trace = new TraceLog(stores.transactions(), stores.traces());
      stores
          .transactions()
          .run(
              () -> {
                write("a");
                assertThat(Parallel.call(() -> stores.transactions().read(this::written)))
                    .isEmpty();
                assertThat(Parallel.call(trace::verifyAll)).isEmpty();
                assertThat(Parallel.call(this::claimed)).isEmpty();
              });
    }
  }

  @Nested
  class Editions extends EditionStoreContract {
    @Override
    protected EditionStore store() {
      return town().stores().editions();
    }
  }

  @Nested
  class Types extends CaseTypeStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected CaseTypeStore store() {
      return town().stores().types();
    }
  }

  @Nested
  class Registers extends RegisterStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected RegisterStore store() {
      return town().stores().registers();
    }
  }

  @Nested
  class RegisterChanges extends RegisterChangesContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected RegisterStore store() {
      return town().stores().registers();
    }
  }

  @Nested
  class Credentials extends CredentialStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected CredentialStore store() {
      return town().stores().credentials();
    }
  }

  @Nested
  class Isolations extends IsolationStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected IsolationStore store() {
      return town().stores().isolations();
    }
  }

  @Nested
  class Orders extends OrderStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected OrderStore store() {
      return town().stores().orders();
    }
  }

  @Nested
  class Reviews extends ReviewStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected ReviewStore store() {
      return town().stores().reviews();
    }
  }

  @Nested
  class Scores extends ScoreStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected ScoreStore store() {
      return town().stores().scores();
    }
  }

  @Nested
  class Traces extends TraceStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected TraceStore store() {
      return town().stores().traces();
    }
  }

  @Nested
  class TraceGrowth extends TraceGrowthContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected TraceStore store() {
      return town().stores().traces();
    }
  }

  @Nested
  class Idempotency extends IdempotencyStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected IdempotencyStore store() {
      return town().stores().idempotency();
    }
  }

  @Nested
  class FollowedFromAfar extends StoreGrowthRules {
    @Override
    StoreDatabase town() {
      return StoresContract.this.town();
    }
  }

  @Nested
  class Tables extends StoreTableRules {
    @Override
    StoreDatabase town() {
      return StoresContract.this.town();
    }
  }
}
