package org.zhili.resources.security;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Viewer;

/**
 * Writes down who changed what of the town's books and accounts: a line each, through a logger of
 * its own that can be sent to a file of its own.
 */
public final class Audit {
  /** The logger's name. */
  public static final String NAME = "org.zhili.audit";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);
  private static final Pattern STRANGE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\"]");
  private static final int LONGEST = 200;

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
    LOG.info(
        "by=\"{}\" action={} subject=\"{}\"{}",
        shown(who),
        action,
        shown(subject),
        detail.isEmpty() ? "" : " detail=\"" + shown(detail) + "\"");
  }

  /** One line, whatever somebody called things. */
  private static String shown(String text) {
    String line = STRANGE.matcher(text).replaceAll("?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
