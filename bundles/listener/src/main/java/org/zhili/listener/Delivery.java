package org.zhili.listener;

import java.nio.ByteBuffer;

/**
 * A message on its way: to be stored first, then to be answered.
 *
 * @param since when it was handed to the town
 * @param answer what is left to be sent of its answer
 */
record Delivery(long since, ByteBuffer answer) {
  static Delivery of(Message message, long now) {
    int size = message.answers().stream().mapToInt(answer -> answer.size()).sum();
    ByteBuffer all = ByteBuffer.allocate(size);
    message.answers().forEach(answer -> all.put(answer.toBytes()));
    return new Delivery(now, all.flip());
  }

  boolean isAnswered() {
    return !answer.hasRemaining();
  }
}
