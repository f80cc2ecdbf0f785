package org.zhili.core.town;

import org.zhili.core.alert.InMemoryAlertStore;
import org.zhili.core.attachment.InMemoryAttachmentStore;
import org.zhili.core.audit.InMemoryAuditStore;
import org.zhili.core.casework.InMemoryCaseStore;
import org.zhili.core.casework.InMemoryCaseTypeStore;
import org.zhili.core.city.InMemoryCredentialStore;
import org.zhili.core.city.InMemoryRegisterStore;
import org.zhili.core.dispatch.InMemoryOrderStore;
import org.zhili.core.dispatch.InMemoryReviewStore;
import org.zhili.core.edition.InMemoryEditionStore;
import org.zhili.core.grading.InMemoryScoreStore;
import org.zhili.core.inbox.InMemoryInboxStore;
import org.zhili.core.ingest.InMemoryIngestStore;
import org.zhili.core.plugin.InMemoryIsolationStore;
import org.zhili.core.store.InMemoryIdempotencyStore;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.timer.InMemoryTimerStore;
import org.zhili.core.trace.InMemoryTraceStore;

/** All that a town keeps, in memory. */
public final class InMemoryStores {
  private InMemoryStores() {}

  /** Empty stores. */
  public static TownStores fresh() {
    InMemoryTransactions transactions = new InMemoryTransactions();
    InMemoryRegisterStore registers = new InMemoryRegisterStore(transactions);
    InMemoryIngestStore ingest = new InMemoryIngestStore(registers);
    return new TownStores(
        transactions,
        new InMemoryCaseStore(transactions),
        new InMemoryCaseTypeStore(transactions),
        new InMemoryTraceStore(transactions),
        new InMemoryTimerStore(transactions),
        new InMemoryReviewStore(transactions),
        new InMemoryOrderStore(transactions),
        registers,
        new InMemoryCredentialStore(transactions),
        new InMemoryScoreStore(transactions),
        ingest,
        ingest,
        new InMemoryInboxStore(ingest, registers),
        new InMemoryIsolationStore(),
        new InMemoryAlertStore(ingest, transactions),
        new InMemoryAuditStore(transactions),
        new InMemoryIdempotencyStore(transactions),
        new InMemoryAttachmentStore(transactions),
        new InMemoryEditionStore(transactions));
  }
}
