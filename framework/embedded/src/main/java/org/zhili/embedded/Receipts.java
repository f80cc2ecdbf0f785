package org.zhili.embedded;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.zhili.message.IncomingMessage;
import org.zhili.message.MessageInlet;

/** The answers callers wait for: each completes, or fails when the town closes. Thread-safe. */
final class Receipts {
  private final MessageInlet inlet;
  private final AtomicLong offered = new AtomicLong();
  private final Map<Long, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

  Receipts(MessageInlet inlet) {
    this.inlet = inlet;
  }

  CompletableFuture<Void> offer(IncomingMessage message) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    long turn = offered.incrementAndGet();
    waiting.put(turn, answer);
    try {
      inlet.offer(message, () -> settle(turn, answer));
    } catch (MessageInlet.InletClosed closed) {
      waiting.remove(turn);
      answer.completeExceptionally(closed);
    }
    return answer;
  }

  private void settle(long turn, CompletableFuture<Void> answer) {
    waiting.remove(turn);
    answer.complete(null);
  }

  /** Tell all who still wait that the town has closed. */
  void fail() {
    waiting
        .values()
        .forEach(answer -> answer.completeExceptionally(new MessageInlet.InletClosed()));
    waiting.clear();
  }
}
