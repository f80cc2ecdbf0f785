package org.zhili.data;

import org.jspecify.annotations.Nullable;

/**
 * Says that the database did not do what was asked, and whether asking again may help.
 *
 * <p>It is thrown by {@link Database} in place of SQL and persistence exceptions, which stay its
 * cause. The transaction it left is rolled back, with one exception: when the connection broke
 * during the commit itself ({@link Kind#UNAVAILABLE}) nobody knows, so whoever tries again must be
 * ready to find the work done.
 */
public class DatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why the database refused. */
  public enum Kind {
    /** It cannot be reached or cannot take work now: network, restart, full pool, full disk. */
    UNAVAILABLE,
    /** Somebody else was faster: lock, deadlock, stale version, unique key already present. */
    CONFLICT,
    /** The statement, the data or the mapping is wrong; the same call will fail again. */
    OTHER
  }

  private final Kind kind;

  public DatabaseFailure(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Tell why the database refused. */
  public Kind kind() {
    return kind;
  }

  /**
   * Tell whether the whole transaction, repeated from its start, may succeed.
   *
   * <p>Repeat a conflict at once and only a few times; wait before repeating an unavailable one.
   */
  public boolean retryable() {
    return kind != Kind.OTHER;
  }
}
