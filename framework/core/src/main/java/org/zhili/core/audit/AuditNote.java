package org.zhili.core.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * What somebody did or tried (审计记录), before it has a place in the chain. Control characters and
 * halves of characters are replaced and what is too long is cut, so that any database keeps it and
 * it stays one line.
 *
 * @param at real time, to the microsecond
 * @param who name of an account; {@code -} when nobody had logged in
 * @param action what was done: {@code asset.changed}
 * @param subject what it was done to
 * @param detail such as the owner before and after; may be empty
 */
public record AuditNote(
    Instant at, String who, String action, Outcome outcome, String subject, String detail) {
  private static final Pattern STRANGE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final int LONGEST = 200;
  private static final int LONGEST_DETAIL = 1000;

  /** What came of it. */
  public enum Outcome {
    DONE,
    REFUSED
  }

  public AuditNote {
    at = at.truncatedTo(ChronoUnit.MICROS);
    who = line(who, LONGEST);
    action = line(action, LONGEST);
    subject = line(subject, LONGEST);
    detail = line(detail, LONGEST_DETAIL);
  }

  private static String line(String text, int longest) {
    String line = STRANGE.matcher(text).replaceAll("?");
    if (line.length() <= longest) {
      return line;
    }
    boolean half = Character.isHighSurrogate(line.charAt(longest - 1));
    return line.substring(0, half ? longest - 1 : longest);
  }
}
