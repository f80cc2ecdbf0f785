package org.zhili.core.ingest;

/** Who may answer for a message: a driver or an envelope. */
public interface Answerer {
  String id();

  /** Which build of it answers; changes when it is replaced by another version. */
  String identity();

  /** Whether it would be asked now; not while it is left alone for its failures. */
  default boolean isAsked() {
    return true;
  }
}
