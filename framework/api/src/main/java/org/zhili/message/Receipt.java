package org.zhili.message;

import org.osgi.annotation.versioning.ConsumerType;

/** The sender's side of an acknowledgement, such as an MQTT PUBACK. */
@ConsumerType
@FunctionalInterface
public interface Receipt {
  /** Tell the sender that the message is stored for good. Must not block and must not throw. */
  void acknowledge();
}
