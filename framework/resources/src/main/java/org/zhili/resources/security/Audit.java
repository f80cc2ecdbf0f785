package org.zhili.resources.security;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Viewer;
import org.zhili.core.audit.AuditNote;
import org.zhili.core.audit.AuditNote.Outcome;
import org.zhili.core.audit.AuditWriter;
import org.zhili.core.clock.BusinessClock;
import org.zhili.core.plugin.Registration;

/**
 * Writes down who changed what of the town's books and accounts, and who was refused: a line each,
 * through a logger of its own that can be sent to a file of its own, and an entry in the audit of
 * the town. On real time, whatever a demonstration's clock says.
 *
 * <p>A process has one audit, as it has one log. What is noted while no town is open waits for the
 * next one.
 */
public final class Audit {
  /** The logger's name. */
  public static final String NAME = "org.zhili.audit";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);
  private static final InstantSource CLOCK = BusinessClock.system();
  private static final int MOST_WAITING = 1000;
  private static final int TOGETHER = 200;
  private static final List<AuditWriter> WRITERS = new CopyOnWriteArrayList<>();
  private static final List<AuditNote> WAITING = new ArrayList<>();

  private Audit() {}

  /**
   * Write a line, after the change was made.
   *
   * @param action what was done: {@code asset.changed}
   * @param subject what it was done to
   */
  public static void note(Viewer who, String action, String subject) {
    note(who, action, subject, "");
  }

  /** The same with a detail, such as the owner before and after. */
  public static void note(Viewer who, String action, String subject, String detail) {
    note(who.account(), action, subject, detail);
  }

  /** The same of somebody who has not logged in, by any name. */
  public static void note(String who, String action, String subject, String detail) {
    write(who, action, Outcome.DONE, subject, detail);
  }

  /** Write what somebody was refused, by any name. */
  public static void refused(String who, String action, String subject, String detail) {
    write(who, action, Outcome.REFUSED, subject, detail);
  }

  /** Something that was done among much else. */
  public record Done(String action, String subject, String detail) {}

  /** The same of all that somebody did at once, such as the rows of a sheet. */
  public static void note(Viewer who, List<Done> all) {
    for (int start = 0; start < all.size(); start += TOGETHER) {
      keep(
          all.subList(start, Math.min(all.size(), start + TOGETHER)).stream()
              .map(one -> logged(who.account(), one.action, Outcome.DONE, one.subject, one.detail))
              .toList());
    }
  }

  private static void write(
      String who, String action, Outcome outcome, String subject, String detail) {
    keep(List.of(logged(who, action, outcome, subject, detail)));
  }

  private static AuditNote logged(
      String who, String action, Outcome outcome, String subject, String detail) {
    AuditNote note = new AuditNote(CLOCK.instant(), who, action, outcome, subject, detail);
    LOG.info(
        "by=\"{}\" action={} subject=\"{}\"{}",
        quoted(note.who()),
        note.action(),
        quoted(note.subject()),
        note.detail().isEmpty() ? "" : " detail=\"" + quoted(note.detail()) + "\"");
    return note;
  }

  private static String quoted(String line) {
    return line.replace('"', '?');
  }

  private static void keep(List<AuditNote> notes) {
    boolean kept = false;
    for (AuditWriter writer : WRITERS) {
      kept |= writer.write(notes);
    }
    if (!kept) {
      synchronized (WAITING) {
        notes.stream().limit(MOST_WAITING - WAITING.size()).forEach(WAITING::add);
      }
    }
  }

  /**
   * Have notes written to the audit of a town, until it is closed. That ends the writer; what it
   * could not write waits for the next.
   */
  public static Registration into(AuditWriter writer) {
    List<AuditNote> before;
    synchronized (WAITING) {
      before = List.copyOf(WAITING);
      WAITING.clear();
    }
    before.forEach(writer::write);
    WRITERS.add(writer);
    return () -> {
      if (WRITERS.remove(writer)) {
        keep(writer.end());
      }
    };
  }
}
