package org.zhili.core.ingest;

import java.util.List;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;

/**
 * A driver behind the gate. Thread-safe; the same driver may be asked by several threads. Equal as
 * long as the driver stays, and not to what takes its place.
 */
public interface Decoder extends Answerer {
  /** What the driver says of itself, read once when it appeared. */
  DriverCard card();

  @Override
  default String id() {
    return card().id();
  }

  /** Whom messages are from; what a driver makes of some is not held against the others. */
  enum Sender {
    /** A device that is registered with this driver. */
    REGISTERED,
    /** A gateway, which speaks for devices its messages name. */
    GATEWAY,
    /** Somebody the register does not know. */
    STRANGER
  }

  /** Whether it would be asked about messages of such senders now, as {@link #isAsked()}. */
  default boolean isAsked(Sender sender) {
    return isAsked();
  }

  /**
   * Decode messages, in order, within the ingest limit.
   *
   * @param sender of all of them
   * @return one reply per message, in the same order; a driver that fails is a reply, never an
   *     exception
   */
  List<Reply<Decoded>> decode(Sender sender, List<DeviceMessage> messages);
}
