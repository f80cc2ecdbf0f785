package org.zhili.ingestion.internal.check;

import java.time.Duration;

/**
 * How a visitor comes in.
 *
 * @param anew whether to forget what the broker kept under this name
 * @param expiry how long the broker is to keep the session afterwards
 * @param receiveMaximum messages it may send before the first is acknowledged
 */
record Coming(boolean anew, Duration expiry, int receiveMaximum) {}
