package org.zhili.access.internal.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import org.zhili.resources.live.Notice;

/**
 * One answer that goes on, as server-sent events. Writing never waits: what the browser has not
 * taken yet is kept, and a browser that takes too little for too long is let go. Thread-safe.
 */
final class Line implements WriteListener {
  private static final int MOST_WAITING = 64;

  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private Optional<Open> open = Optional.empty();
  private boolean started;
  private boolean unflushed;
  private boolean over;

  private record Open(AsyncContext context, ServletOutputStream out) {}

  /** Write what waits, and what comes, to this answer. */
  void open(AsyncContext context, ServletOutputStream out) {
    synchronized (this) {
      open = Optional.of(new Open(context, out));
    }
    out.setWriteListener(this);
  }

  /** Tell that something changed. */
  void tell(Notice notice) {
    String topic = notice.topic().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String cases =
        notice.cases().stream()
            .map(file -> "{\"id\":\"" + file.id() + "\",\"version\":" + file.version() + "}")
            .collect(Collectors.joining(",", "[", "]"));
    send("event: " + topic + "\ndata: " + cases + "\n\n");
  }

  /** Show that the line is up, which those in between want to see now and then. */
  void comment() {
    send(":\n\n");
  }

  /** Tell how soon a browser that is cut off calls again. */
  void greet() {
    send("retry: 2000\n\n");
  }

  private synchronized void send(String text) {
    if (over) {
      return;
    }
    if (waiting.size() >= MOST_WAITING) {
      end();
      return;
    }
    waiting.add(text.getBytes(StandardCharsets.UTF_8));
    if (started) {
      write();
    }
  }

  @Override
  public synchronized void onWritePossible() {
    started = true;
    write();
  }

  private void write() {
    if (over || open.isEmpty()) {
      return;
    }
    ServletOutputStream out = open.get().out();
    try {
      while (out.isReady()) {
        byte[] next = waiting.poll();
        if (next != null) {
          out.write(next);
          unflushed = true;
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  @Override
  public void onError(Throwable gone) {
    end();
  }

  synchronized boolean isOver() {
    return over;
  }

  /** End the answer; ending it again does nothing. */
  synchronized void end() {
    if (over) {
      return;
    }
    over = true;
    waiting.clear();
    try {
      open.ifPresent(answer -> answer.context().complete());
    } catch (IllegalStateException e) {
      return; // the container was faster
    }
  }
}
