package org.zhili.listener;

import java.nio.ByteBuffer;

/** A message on its way: to be stored first, then to be answered. */
final class Delivery {
  private final long since;
  private final ByteBuffer answer;

  private Delivery(long since, ByteBuffer answer) {
    this.since = since;
    this.answer = answer;
  }

  static Delivery of(Message message, long now) {
    int size = message.answers().stream().mapToInt(answer -> answer.size()).sum();
    ByteBuffer all = ByteBuffer.allocate(size);
    message.answers().forEach(answer -> all.put(answer.toBytes()));
    return new Delivery(now, all.flip());
  }

  /** When it was handed to the town. */
  long since() {
    return since;
  }

  /** What is left to be sent of its answer. */
  ByteBuffer answer() {
    return answer;
  }

  boolean isAnswered() {
    return !answer.hasRemaining();
  }
}
