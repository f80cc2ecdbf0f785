package org.zhili.core.town;

import org.zhili.core.alert.AlertStore;
import org.zhili.core.attachment.AttachmentStore;
import org.zhili.core.audit.AuditStore;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.CaseTypeStore;
import org.zhili.core.city.CredentialStore;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.dispatch.OrderStore;
import org.zhili.core.dispatch.ReviewStore;
import org.zhili.core.edition.EditionStore;
import org.zhili.core.grading.ScoreStore;
import org.zhili.core.inbox.InboxStore;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.ingest.QuarantineStore;
import org.zhili.core.plugin.IsolationStore;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.trace.TraceStore;

/** Where a town keeps everything: one database behind all of these. */
public record TownStores(
    Transactions transactions,
    CaseStore cases,
    CaseTypeStore types,
    TraceStore traces,
    TimerStore timers,
    ReviewStore reviews,
    OrderStore orders,
    RegisterStore registers,
    CredentialStore credentials,
    ScoreStore scores,
    IngestStore ingest,
    QuarantineStore quarantine,
    InboxStore inbox,
    IsolationStore isolations,
    AlertStore alerts,
    AuditStore audits,
    IdempotencyStore idempotency,
    AttachmentStore attachments,
    EditionStore editions) {}
