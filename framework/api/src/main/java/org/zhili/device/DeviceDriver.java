package org.zhili.device;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns one message from a family of devices into readings.
 *
 * <p>A driver is a pure function. It opens no connection, reads no clock and keeps nothing between
 * calls: all it may use is in the message. So a bug report is a hex string, and a fix is a vector.
 *
 * <p>Calls arrive on many threads. A driver answers within the ingest limit (1 s by default); a
 * call that overruns is abandoned, and its message is kept to be decoded again.
 */
@ConsumerType
public interface DeviceDriver {
  /** Say who this driver is for: its topics, and every metric it may ever report. */
  DriverInfo info();

  /** Decode one message. Bad bytes are an answer, {@link Decoded.Rejected}, never an exception. */
  Decoded decode(DeviceMessage message);
}
