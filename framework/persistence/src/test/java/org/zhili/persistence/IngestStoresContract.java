package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.zhili.core.alert.AlertDeskContract;
import org.zhili.core.alert.AlertStore;
import org.zhili.core.attachment.AttachmentStore;
import org.zhili.core.attachment.AttachmentStoreContract;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.inbox.InboxStore;
import org.zhili.core.inbox.InboxStoreContract;
import org.zhili.core.ingest.AlertStoreContract;
import org.zhili.core.ingest.FollowUp;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.ingest.IngestStoreContract;
import org.zhili.core.ingest.QuarantineLeavingContract;
import org.zhili.core.ingest.QuarantineStore;
import org.zhili.core.ingest.QuarantineStoreContract;
import org.zhili.core.ingest.StoredMessages;
import org.zhili.core.ingest.UnheardContract;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.TimerAddingContract;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerLaneContract;
import org.zhili.core.timer.TimerNodesContract;
import org.zhili.core.timer.TimerStoreContract;
import org.zhili.core.town.TownStores;

/**
 * Every contract of what the core keeps of messages, of timers and for the audit, on a database.
 */
abstract class IngestStoresContract extends StoresFixture {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");

  @Nested
  class Audits extends AuditTableRules {
    @Override
    StoreDatabase town() {
      return IngestStoresContract.this.town();
    }
  }

  @Nested
  class Timers extends TimerStoreContract {
    @Override
    protected TownStores stores() {
      return town().stores();
    }
  }

  @Nested
  class Ingestion extends IngestStoreContract {
    @Override
    protected IngestStore store() {
      return town().stores().ingest();
    }

    @Override
    protected QuarantineStore quarantine() {
      return town().stores().quarantine();
    }

    @Override
    protected StoredMessages stored() {
      return new StoredIngest(town().database());
    }
  }

  @Nested
  class Alerts extends AlertStoreContract {
    @Override
    protected IngestStore store() {
      return town().stores().ingest();
    }

    @Override
    protected StoredMessages stored() {
      return new StoredIngest(town().database());
    }
  }

  @Nested
  class Unheard extends UnheardContract {
    @Override
    protected IngestStore store() {
      return town().stores().ingest();
    }

    @Override
    protected RegisterStore registers() {
      return town().stores().registers();
    }
  }

  @Nested
  class AlertsForPeople extends AlertDeskContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected AlertStore store() {
      return town().stores().alerts();
    }

    @Override
    protected IngestStore ingest() {
      return town().stores().ingest();
    }
  }

  @Nested
  class Quarantine extends QuarantineStoreContract {
    @Override
    protected RegisterStore registers() {
      return town().stores().registers();
    }

    @Override
    protected IngestStore store() {
      return town().stores().ingest();
    }

    @Override
    protected QuarantineStore quarantine() {
      return town().stores().quarantine();
    }

    @Override
    protected StoredMessages stored() {
      return new StoredIngest(town().database());
    }
  }

  @Nested
  class QuarantineLeaving extends QuarantineLeavingContract {
    @Override
    protected RegisterStore registers() {
      return town().stores().registers();
    }

    @Override
    protected IngestStore store() {
      return town().stores().ingest();
    }

    @Override
    protected QuarantineStore quarantine() {
      return town().stores().quarantine();
    }

    @Override
    protected StoredMessages stored() {
      return new StoredIngest(town().database());
    }
  }

  @Nested
  class Inbox extends InboxStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected InboxStore inbox() {
      return town().stores().inbox();
    }

    @Override
    protected IngestStore ingest() {
      return town().stores().ingest();
    }

    @Override
    protected RegisterStore registers() {
      return town().stores().registers();
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
      town().stores().ingest().write(draft.batch());

      List<TimerClaim> first = claim();
      assertThat(first).extracting(TimerClaim::kind).containsOnly(FollowUp.OPEN_CASE);
      assertThat(first).extracting(TimerClaim::key).containsExactly("a", "b");
      assertThat(claim()).isEmpty();
      town().stores().transactions().run(() -> town().stores().timers().complete(first.get(0)));
      assertThat(claim()).extracting(TimerClaim::kind).containsExactly(FollowUp.ALERT_CLEARED);
    }

    private List<TimerClaim> claim() {
      Set<String> kinds = Set.of(FollowUp.OPEN_CASE, FollowUp.ALERT_CLEARED);
      return town()
          .stores()
          .transactions()
          .run(() -> town().stores().timers().claim(kinds, NOW, Duration.ofMinutes(1), 9));
    }
  }

  @Nested
  class TimerLanes extends TimerLaneContract {
    @Override
    protected TownStores stores() {
      return town().stores();
    }
  }

  @Nested
  class TimerAdding extends TimerAddingContract {
    @Override
    protected TownStores stores() {
      return town().stores();
    }
  }

  @Nested
  class TimerNodes extends TimerNodesContract {
    @Override
    protected TownStores stores() {
      return town().stores();
    }
  }

  @Nested
  class TimerTables extends StoreTimerRules {
    @Override
    StoreDatabase town() {
      return IngestStoresContract.this.town();
    }
  }

  @Nested
  class Attachments extends AttachmentStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected AttachmentStore store() {
      return town().stores().attachments();
    }
  }
}
