package org.zhili.resources.security;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.zhili.access.Viewer;

/**
 * Writes what may happen very often: each line once in a quarter of an hour, and in that time no
 * more lines than an audit can bear, however many try. Thread-safe.
 */
public final class FoldedAudit {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_LINES = 1_000;

  private final LongSupplier nanoTime;
  private final Set<Line> written = new HashSet<>();
  private long windowStart;

  private record Line(String who, String action, String subject, String detail) {}

  /**
   * Set up.
   *
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public FoldedAudit(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.windowStart = nanoTime.getAsLong();
  }

  /** Write a line, as {@link Audit#note(Viewer, String, String)}, unless it was written. */
  public void done(Viewer who, String action, String subject) {
    if (first(new Line(who.account(), action, subject, "done"))) {
      Audit.note(who, action, subject);
    }
  }

  /** Write a line, as {@link Audit#refused}, unless it was written. */
  public void note(String who, String action, String subject, String detail) {
    if (first(new Line(who, action, subject, detail))) {
      Audit.refused(who, action, subject, detail);
    }
  }

  /** Whether a line without a detail was written a short while ago. */
  public synchronized boolean wrote(String who, String action, String subject) {
    return written.contains(new Line(who, action, subject, ""));
  }

  private synchronized boolean first(Line line) {
    long now = nanoTime.getAsLong();
    if (now - windowStart >= WINDOW.toNanos()) {
      written.clear();
      windowStart = now;
    }
    return written.size() < MOST_LINES && written.add(line);
  }
}
