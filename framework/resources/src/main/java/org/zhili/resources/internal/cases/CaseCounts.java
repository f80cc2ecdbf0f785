package org.zhili.resources.internal.cases;

import java.util.Optional;

/**
 * How many cases there are, as far as the viewer sees.
 *
 * @param open on their way, whether or not their clocks run
 * @param overdue those of them in which something should have been done by now
 * @param ended closed, void, merged, or not accepted
 * @param reviews dispatches that wait for a person; empty for those who decide none
 */
public record CaseCounts(long open, long overdue, long ended, Optional<Long> reviews) {}
