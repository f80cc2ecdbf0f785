package org.zhili.alert;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Judges one observation. A pure function, as a driver is: no clock, no connection, no memory.
 *
 * <p>Debounce, hysteresis, repeat suppression and clearing are the framework's, and data of the
 * city. Called on many threads; answers within the ingest limit (1 s by default).
 */
@ConsumerType
@FunctionalInterface
public interface AlarmRule {
  Judgment judge(Observation observation);
}
