package org.zhili.envelope;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Opens what a network or platform wraps around the messages of devices (报文封装), so that the driver
 * sees what the device sent and nothing else.
 *
 * <p>An envelope is a pure function, as a driver is: it opens no connection, reads no clock and
 * keeps nothing between calls. Calls arrive on many threads; each is answered within the ingest
 * limit (1 s by default), or its message is kept to be opened again.
 */
@ConsumerType
public interface PayloadEnvelope {
  /** Say whose messages these are, and on which topics they come. */
  EnvelopeInfo info();

  /** Open one message. Bad bytes are an answer, {@link Opened.Rejected}, never an exception. */
  Opened open(WrappedMessage message);
}
