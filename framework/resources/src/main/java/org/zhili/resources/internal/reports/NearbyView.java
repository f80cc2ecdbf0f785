package org.zhili.resources.internal.reports;

import java.time.Instant;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * What anybody may know of an open case nearby: that the town knows. Nothing leads to the case
 * itself, which whoever has its code may rate.
 *
 * @param reportedAt the hour it was reported in
 * @param metres how far away, in steps of fifty, where both positions are known
 */
public record NearbyView(Wording stateName, Instant reportedAt, Optional<Integer> metres) {}
