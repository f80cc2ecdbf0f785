package org.zhili.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.zhili.data.Vendor;

/**
 * The address of a database, of one of the two products we run on.
 *
 * <p>{@link #withDefaults()} adds what the framework relies on, so that an address typed by hand
 * cannot weaken a promise.
 */
public record JdbcUrl(String text) {

  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String H2_FILE = H2 + "file:";
  private static final String H2_RETRY = H2 + "retry:";

  /** A path without a scheme: absolute, relative, in the home folder, or with a drive letter. */
  private static final Pattern H2_PATH =
      Pattern.compile("jdbc:h2:(?=[/.~\\\\]|[A-Za-z]:[/\\\\]).*");

  /** Without these our SQL means something else, or acknowledged work is lost by a kill. */
  private static final List<String> H2_DEFAULTS =
      List.of("MODE=PostgreSQL", "DATABASE_TO_LOWER=TRUE", "DEFAULT_NULL_ORDERING=HIGH");

  private static final String H2_WRITE_AT_COMMIT = "WRITE_DELAY=0";
  private static final Pattern H2_WRITE_DELAY = Pattern.compile("(?i);WRITE_DELAY=([^;]*)");

  /** Batches in one round trip; dead peers noticed; no row values in error messages. */
  private static final List<String> POSTGRESQL_DEFAULTS =
      List.of("reWriteBatchedInserts=true", "tcpKeepAlive=true", "logServerErrorDetail=false");

  /**
   * Accept an address of H2 or PostgreSQL.
   *
   * @throws IllegalArgumentException for any other
   */
  public JdbcUrl {
    text = text.strip();
    if (!text.startsWith(H2) && !text.startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException(
          "a database url starts with " + H2 + " or " + POSTGRESQL + ", not with " + start(text));
    }
  }

  /** Tell which product the address belongs to. */
  public Vendor vendor() {
    return text.startsWith(H2) ? Vendor.H2 : Vendor.POSTGRESQL;
  }

  /** Name the class of the JDBC driver, as drivers announce themselves in OSGi. */
  public String driver() {
    return switch (vendor()) {
      case H2 -> "org.h2.Driver";
      case POSTGRESQL -> "org.postgresql.Driver";
    };
  }

  /**
   * Add what the framework relies on and the address leaves open.
   *
   * <p>For H2: the SQL dialect, {@code WRITE_DELAY=0} also over another value, since any other
   * loses acknowledged commits when the process is killed, and for a file the scheme {@code
   * retry:}, since with {@code file:} one interrupted thread closes the database for all. For
   * PostgreSQL only what is not set already.
   */
  public JdbcUrl withDefaults() {
    return switch (vendor()) {
      case H2 -> new JdbcUrl(h2());
      case POSTGRESQL -> new JdbcUrl(postgresql());
    };
  }

  /** List, for a log line, the settings of this address that the other one has not. */
  public List<String> settingsBeyond(JdbcUrl other) {
    List<String> settings = new ArrayList<>(settings());
    settings.removeAll(other.settings());
    return List.copyOf(settings);
  }

  private List<String> settings() {
    String separators = vendor() == Vendor.H2 ? ";" : "[?&]";
    List<String> parts = List.of(text.split(separators));
    String scheme = text.startsWith(H2_RETRY) ? "retry:" : "";
    List<String> settings = new ArrayList<>(parts.subList(1, parts.size()));
    if (!scheme.isEmpty()) {
      settings.add(scheme);
    }
    return settings;
  }

  private String h2() {
    StringBuilder url = new StringBuilder(H2_WRITE_DELAY.matcher(withRetry()).replaceAll(""));
    for (String setting : H2_DEFAULTS) {
      if (!names(text, setting)) {
        url.append(';').append(setting);
      }
    }
    return url.append(';').append(H2_WRITE_AT_COMMIT).toString();
  }

  private String withRetry() {
    if (text.startsWith(H2_FILE)) {
      return H2_RETRY + text.substring(H2_FILE.length());
    }
    return H2_PATH.matcher(text).matches() ? H2_RETRY + text.substring(H2.length()) : text;
  }

  private String postgresql() {
    StringBuilder url = new StringBuilder(text);
    for (String setting : POSTGRESQL_DEFAULTS) {
      if (!names(text, setting)) {
        url.append(url.indexOf("?") < 0 ? '?' : '&').append(setting);
      }
    }
    return url.toString();
  }

  private static boolean names(String url, String setting) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    return url.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  private static String start(String text) {
    return text.substring(0, Math.min(20, text.length()));
  }
}
