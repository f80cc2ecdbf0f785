package org.zhili.resources.internal.reports;

import java.time.Instant;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * What anybody may know of an open case nearby: that the town knows, and enough to tell whether it
 * is the same. Nothing leads to the case itself, which whoever has its code may rate.
 *
 * @param same names it in a report that is about the same, and nowhere else
 * @param matterName what it is about, as the city calls the matter
 * @param areaName the area it is in; never an address
 * @param reportedAt the hour it was reported in
 * @param metres how far away, in steps of fifty, where both positions are known
 */
public record NearbyView(
    String same,
    Wording matterName,
    Wording areaName,
    Wording stateName,
    Instant reportedAt,
    Optional<Integer> metres) {}
