package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.core.alert.AlertDeskContract;
import org.zhili.core.alert.AlertStore;
import org.zhili.core.casework.CaseKeysContract;
import org.zhili.core.casework.CaseListContract;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.CaseStoreContract;
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
import org.zhili.core.grading.ScoreStore;
import org.zhili.core.grading.ScoreStoreContract;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.AlertStoreContract;
import org.zhili.core.ingest.FollowUp;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.ingest.IngestStoreContract;
import org.zhili.core.ingest.QuarantineStore;
import org.zhili.core.ingest.QuarantineStoreContract;
import org.zhili.core.ingest.Telemetry;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.IdempotencyStoreContract;
import org.zhili.core.store.Transactions;
import org.zhili.core.store.TransactionsContract;
import org.zhili.core.timer.TimerAddingContract;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerLaneContract;
import org.zhili.core.timer.TimerNodesContract;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.timer.TimerStoreContract;
import org.zhili.core.town.TownStores;
import org.zhili.core.trace.TraceLog;
import org.zhili.core.trace.TraceStore;
import org.zhili.core.trace.TraceStoreContract;
import org.zhili.id.DeviceId;

/** Every contract of the core's stores, on a database that is emptied before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoresContract {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");

  private StoreDatabase town;

  @SuppressWarnings("NullAway.Init")
  StoresContract() {} // JUnit fills the field

  /** An empty database. */
  abstract JdbcUrl freshUrl(Path folder);

  StoreDatabase town() {
    return town;
  }

  @BeforeAll
  void open(@TempDir Path folder) {
    town = StoreDatabase.on(freshUrl(folder));
  }

  @BeforeEach
  void empty() {
    town.empty();
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Nested
  class AllTogether extends TransactionsContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected void write(String key) {
      town.stores().registers().rulesApplied(key, NOW);
    }

    @Override
    protected Set<String> written() {
      return Set.copyOf(town.texts("select version from core_rules"));
    }

    private List<TimerClaim> claimed() {
      return town.stores().timers().claim(Set.of("test"), NOW, Duration.ofMinutes(1), 9);
    }

    @Test
    void who_reads_waits_for_nobody_who_writes() {
      TownStores stores = town.stores();
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
  class Cases extends CaseStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected CaseStore store() {
      return town.stores().cases();
    }
  }

  @Nested
  class Types extends CaseTypeStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected CaseTypeStore store() {
      return town.stores().types();
    }
  }

  @Nested
  class Registers extends RegisterStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected RegisterStore store() {
      return town.stores().registers();
    }
  }

  @Nested
  class RegisterChanges extends RegisterChangesContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected RegisterStore store() {
      return town.stores().registers();
    }
  }

  @Nested
  class Credentials extends CredentialStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected CredentialStore store() {
      return town.stores().credentials();
    }
  }

  @Nested
  class Orders extends OrderStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected OrderStore store() {
      return town.stores().orders();
    }
  }

  @Nested
  class Reviews extends ReviewStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected ReviewStore store() {
      return town.stores().reviews();
    }
  }

  @Nested
  class Scores extends ScoreStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected ScoreStore store() {
      return town.stores().scores();
    }
  }

  @Nested
  class Timers extends TimerStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected TimerStore store() {
      return town.stores().timers();
    }
  }

  @Nested
  class Traces extends TraceStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected TraceStore store() {
      return town.stores().traces();
    }
  }

  @Nested
  class Idempotency extends IdempotencyStoreContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected IdempotencyStore store() {
      return town.stores().idempotency();
    }
  }

  @Nested
  class Ingestion extends IngestStoreContract {
    @Override
    protected IngestStore store() {
      return town.stores().ingest();
    }

    @Override
    protected QuarantineStore quarantine() {
      return town.stores().quarantine();
    }

    @Override
    protected List<Telemetry> historyOf(DeviceId device) {
      return StoredIngest.telemetry(town.database(), device);
    }

    @Override
    protected List<Alarm> alarmsOf(DeviceId device) {
      return StoredIngest.alarms(town.database(), device);
    }

    @Override
    protected List<FollowUp> followUps() {
      return StoredIngest.followUps(town.database());
    }
  }

  @Nested
  class Alerts extends AlertStoreContract {
    @Override
    protected IngestStore store() {
      return town.stores().ingest();
    }

    @Override
    protected List<Telemetry> historyOf(DeviceId device) {
      return StoredIngest.telemetry(town.database(), device);
    }

    @Override
    protected List<Alarm> alarmsOf(DeviceId device) {
      return StoredIngest.alarms(town.database(), device);
    }

    @Override
    protected List<FollowUp> followUps() {
      return StoredIngest.followUps(town.database());
    }
  }

  @Nested
  class AlertsForPeople extends AlertDeskContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected AlertStore store() {
      return town.stores().alerts();
    }

    @Override
    protected IngestStore ingest() {
      return town.stores().ingest();
    }
  }

  @Nested
  class Quarantine extends QuarantineStoreContract {
    @Override
    protected RegisterStore registers() {
      return town.stores().registers();
    }

    @Override
    protected IngestStore store() {
      return town.stores().ingest();
    }

    @Override
    protected QuarantineStore quarantine() {
      return town.stores().quarantine();
    }

    @Override
    protected List<Telemetry> historyOf(DeviceId device) {
      return StoredIngest.telemetry(town.database(), device);
    }
  }

  @Nested
  class WorkOwed {
    @Test
    void a_case_is_told_that_its_alert_is_over_once_it_is_open() {
      Draft draft =
          new Draft()
              .followUp(new FollowUp(FollowUp.OPEN_CASE, "a", NOW))
              .followUp(new FollowUp(FollowUp.ALERT_CLEARED, "a", NOW))
              .followUp(new FollowUp(FollowUp.OPEN_CASE, "b", NOW));
      town.stores().ingest().write(draft.batch());

      List<TimerClaim> first = claim();
      assertThat(first).extracting(TimerClaim::kind).containsOnly(FollowUp.OPEN_CASE);
      assertThat(first).extracting(TimerClaim::key).containsExactly("a", "b");
      assertThat(claim()).isEmpty();
      town.stores().transactions().run(() -> town.stores().timers().complete(first.get(0)));
      assertThat(claim()).extracting(TimerClaim::kind).containsExactly(FollowUp.ALERT_CLEARED);
    }

    private List<TimerClaim> claim() {
      Set<String> kinds = Set.of(FollowUp.OPEN_CASE, FollowUp.ALERT_CLEARED);
      return town.stores()
          .transactions()
          .run(() -> town.stores().timers().claim(kinds, NOW, Duration.ofMinutes(1), 9));
    }
  }

  @Nested
  class TimerLanes extends TimerLaneContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected TimerStore store() {
      return town.stores().timers();
    }
  }

  @Nested
  class TimerAdding extends TimerAddingContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected TimerStore store() {
      return town.stores().timers();
    }
  }

  @Nested
  class TimerNodes extends TimerNodesContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected TimerStore store() {
      return town.stores().timers();
    }
  }

  @Nested
  class CaseKeys extends CaseKeysContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected CaseStore store() {
      return town.stores().cases();
    }
  }

  @Nested
  class CaseLists extends CaseListContract {
    @Override
    protected Transactions transactions() {
      return town.stores().transactions();
    }

    @Override
    protected CaseStore store() {
      return town.stores().cases();
    }
  }

  @Nested
  class Tables extends StoreTableRules {
    @Override
    StoreDatabase town() {
      return town;
    }
  }
}
