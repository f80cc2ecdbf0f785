package org.zhili.core.ingest;

/** Who may answer for a message: a driver or an envelope. */
public interface Answerer {
  String id();

  /** Which build of it answers; changes when it is replaced by another version. */
  String identity();
}
