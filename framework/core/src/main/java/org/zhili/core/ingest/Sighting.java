package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Optional;
import org.zhili.alert.Judgment;
import org.zhili.device.Reading;

/**
 * An abnormal judgment on its way into the ledger.
 *
 * @param reading what was judged; empty when time was
 * @param observedAt what the device said
 * @param mark the time by which judgments are put in order
 * @param late a newer reading of the metric was here before it
 */
record Sighting(
    String rule,
    Judgment.Abnormal judgment,
    Optional<Reading> reading,
    Instant observedAt,
    Instant mark,
    Instant receivedAt,
    boolean late) {}
