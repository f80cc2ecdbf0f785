package org.zhili.casework;

import java.time.Instant;
import org.zhili.id.CaseId;

/**
 * Something happened to a case. {@code caseId} and {@code sequence} together name it: who has seen
 * the pair has seen the event.
 */
public record CaseEvent(
    CaseId caseId,
    long sequence,
    String action,
    String step,
    CaseState state,
    Standing standing,
    String actor,
    Instant at) {}
