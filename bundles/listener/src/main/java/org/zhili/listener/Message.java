package org.zhili.listener;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.zhili.device.Origin;
import org.zhili.device.Payload;

/**
 * A message of a station, or a part of one.
 *
 * @param answers what to send back once it is stored
 */
record Message(Origin origin, Payload payload, List<Payload> answers) {
  Message {
    answers = List.copyOf(answers);
  }

  /** Parts of one station, one after the other. */
  static Message joined(List<Message> parts) {
    List<Payload> answers = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Message part : parts) {
      bytes.writeBytes(part.payload().toBytes());
      answers.addAll(part.answers());
    }
    return new Message(parts.get(0).origin(), Payload.of(bytes.toByteArray()), answers);
  }
}
