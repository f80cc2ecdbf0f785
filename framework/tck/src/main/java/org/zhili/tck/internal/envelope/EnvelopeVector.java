package org.zhili.tck.internal.envelope;

import java.util.List;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.Opened;
import org.zhili.envelope.WrappedMessage;

/**
 * One message and what an envelope must make of it.
 *
 * @param source the file and line it was read from
 */
public record EnvelopeVector(String name, String source, WrappedMessage message, Opened expected) {
  /** The same message with other bytes. */
  public WrappedMessage carrying(Payload payload) {
    return new WrappedMessage(message.topic(), payload, message.receivedAt());
  }

  /** The same message on another topic. */
  public WrappedMessage on(String topic) {
    return new WrappedMessage(topic, message.payload(), message.receivedAt());
  }

  /** The messages that are to be found inside. */
  public List<EnclosedMessage> enclosed() {
    return expected instanceof Opened.Contents contents ? contents.messages() : List.of();
  }

  @Override
  public String toString() {
    return name + " (" + source + ")";
  }
}
