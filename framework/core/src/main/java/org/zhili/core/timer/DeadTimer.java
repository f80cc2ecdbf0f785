package org.zhili.core.timer;

import java.time.Instant;

/** Work that failed too often and waits for a person. */
public record DeadTimer(
    long id, String kind, String key, int attempts, String error, Instant diedAt) {}
