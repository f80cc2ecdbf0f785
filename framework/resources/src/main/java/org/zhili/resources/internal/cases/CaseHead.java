package org.zhili.resources.internal.cases;

import java.time.Instant;
import java.util.Optional;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.resources.internal.PositionBody;
import org.zhili.text.Wording;

/**
 * A case as a row of a list.
 *
 * @param what what the matter is, in few words: why it is filed, or its type
 * @param halted whether it only waits, since the module that brings its type is away
 * @param dueAt when the next milestone is due; empty when none is, or nobody can tell yet
 * @param overdue whether that time has passed
 */
public record CaseHead(
    String id,
    String number,
    long version,
    String type,
    Wording typeName,
    Wording what,
    String step,
    Wording stepName,
    CaseState state,
    Wording stateName,
    Standing standing,
    Wording standingName,
    boolean halted,
    String source,
    String subject,
    String condition,
    String area,
    String address,
    Optional<PositionBody> position,
    Wording summary,
    Severity severity,
    Instant reportedAt,
    Optional<String> lead,
    Optional<Instant> dueAt,
    boolean overdue) {}
