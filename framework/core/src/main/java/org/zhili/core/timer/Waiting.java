package org.zhili.core.timer;

/** How many timers wait for the same. */
public record Waiting(Missing missing, long timers) {}
