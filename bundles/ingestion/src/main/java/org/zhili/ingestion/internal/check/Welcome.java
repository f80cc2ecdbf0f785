package org.zhili.ingestion.internal.check;

import java.time.Duration;

/**
 * What the broker said when it let a visitor in.
 *
 * @param resumed whether it still had the session
 * @param expiry how long it keeps the session
 * @param qos the highest quality of service it takes
 */
record Welcome(boolean resumed, Duration expiry, int qos) {}
