package org.zhili.frame;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhili.device.Payload;

/**
 * Finds the frames of one protocol in a stream of bytes, for a listener that stations connect to.
 *
 * <p>A protocol is a pure function. It holds no connection, keeps nothing between calls and decodes
 * no measurement: what a frame means is for the driver. The listener reads and writes, joins what
 * comes in parts, and sends an answer only after the town has stored what it answers.
 *
 * <p>Calls arrive on many threads. A protocol answers within the frame limit (1 s by default).
 */
@ConsumerType
public interface FrameProtocol {
  /** Say what the protocol is called, and how long its frames may be. */
  ProtocolInfo info();

  /**
   * Say what stands at the head of these bytes. Bad bytes are an answer, never an exception; the
   * same bytes give the same answer, whether more follow them or not, but for {@link Head.Begun}.
   *
   * @param received what came and was not taken yet, one byte at least
   * @param at the time in the town, for answers that carry it
   */
  Head read(Payload received, Instant at);
}
