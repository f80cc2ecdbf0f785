package org.zhili.message;

/** The sender's side of an acknowledgement, such as an MQTT PUBACK. */
@FunctionalInterface
public interface Receipt {
  /** Tell the sender that the message is stored for good. Must not block and must not throw. */
  void acknowledge();
}
