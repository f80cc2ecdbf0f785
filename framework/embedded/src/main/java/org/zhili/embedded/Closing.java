package org.zhili.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been opened so far, to be closed in the reverse order, once. Thread-safe. */
final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<Part> parts = new ArrayDeque<>();

  /** Something that is open. */
  @FunctionalInterface
  interface Part {
    void close();
  }

  synchronized void push(Part part) {
    parts.push(part);
  }

  /** Close everything; what fails to close does not keep the rest open. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("a part of the town did not close well; the others are closed all the same", e);
      }
    }
  }
}
