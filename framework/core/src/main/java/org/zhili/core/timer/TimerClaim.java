package org.zhili.core.timer;

import java.time.Instant;

/**
 * A timer one node has taken, until its lease ends.
 *
 * @param attempts how often it was taken, this time included
 * @param fence grows with every claim; only the latest may complete
 */
public record TimerClaim(
    long id, String kind, String key, Instant dueAt, int attempts, long fence) {}
