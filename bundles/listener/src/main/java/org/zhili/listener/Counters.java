package org.zhili.listener;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What a listener counts. Thread-safe. */
final class Counters {
  final AtomicInteger connections = new AtomicInteger();
  final LongAdder messages = new LongAdder();
  final LongAdder noise = new LongAdder();
  final LongAdder halves = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final LongAdder refused = new LongAdder();

  ListenerStatus status() {
    return new ListenerStatus(
        connections.get(), messages.sum(), noise.sum(), halves.sum(), dropped.sum(), refused.sum());
  }
}
