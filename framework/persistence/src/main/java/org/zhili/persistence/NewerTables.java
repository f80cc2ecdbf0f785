package org.zhili.persistence;

import org.zhili.data.DatabaseFailure;

/**
 * Says that a newer program has changed a module's tables so that this one cannot use them: start
 * the newer program again, or restore a copy of the database from before.
 */
public final class NewerTables extends DatabaseFailure {
  private static final long serialVersionUID = 1L;

  private final String version;
  private final String newestKnown;

  NewerTables(String module, String version, String newestKnown, DatabaseFailure cause) {
    super(
        Kind.OTHER,
        "the tables of "
            + module
            + " are of version "
            + version
            + ", this program knows them up to "
            + newestKnown
            + " only and cannot use them; start the newer program, or restore a copy from before",
        cause);
    this.version = version;
    this.newestKnown = newestKnown;
  }

  /** The newest script that ran on the tables. */
  public String version() {
    return version;
  }

  /** The newest script this program has. */
  public String newestKnown() {
    return newestKnown;
  }
}
