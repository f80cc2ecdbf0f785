package org.zhili.data;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells whether the tables of a module can be brought to what it declares, while an earlier version
 * of it is in use. The town offers it as a service while its database is connected.
 */
@ProviderType
public interface SchemaCheck {

  /**
   * Look at the scripts and at what has run; nothing is changed.
   *
   * <p>Waits for migrations that are under way. What a script does is seen only when it runs: it
   * may fail though the tables are said to fit.
   */
  Verdict look(ModuleSchema schema);

  /**
   * Bring the tables to what the module declares, and see whether its entities fit them.
   *
   * <p>The version in use goes on meanwhile: it must run on newer tables. What ran before a script
   * that fails stays, on H2 also what ran before a statement that fails.
   */
  Verdict prepare(ModuleSchema schema);

  /** What was seen. */
  sealed interface Verdict {
    /** Nothing stands in the way. */
    record Fits() implements Verdict {}

    /**
     * The tables cannot be brought there.
     *
     * @param detail the script, or its version, that stands in the way; or what the database says
     */
    record Unfit(Fault fault, String detail) implements Verdict {}
  }

  /** What stands in the way. */
  enum Fault {
    /** A script that has run is another one now. */
    CHANGED,
    /** A script that has run is missing. */
    MISSING,
    /** A script has not run, and later ones have. */
    LATE,
    /** A newer version of the module has changed the tables since. */
    NEWER,
    /** There are no scripts, or they cannot be read. */
    UNREADABLE,
    /** A script fails, or the entities do not fit what the scripts make. */
    FAILED,
    /** The database does not answer. */
    UNKNOWN
  }
}
