package org.zhili.core.casework;

import java.time.Instant;

/**
 * Whether somebody in the town brings a type of case.
 *
 * @param byModule whether a module ever did; if not, only the city's pack can
 * @param here whether a module on any node brings it now, or did a moment ago
 * @param seenAt when it was seen last, in business time
 */
public record TypePresence(String type, boolean byModule, boolean here, Instant seenAt) {}
