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

  /** Whether it would be asked now; not while it is left alone for its failures. */
  default boolean isAsked() {
    return true;
  }

  /**
   * Decode messages, in order, within the ingest limit.
   *
   * @return one reply per message, in the same order; a driver that fails is a reply, never an
   *     exception
   */
  List<Reply<Decoded>> decode(List<DeviceMessage> messages);
}
