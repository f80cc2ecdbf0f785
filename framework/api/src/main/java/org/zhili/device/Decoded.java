package org.zhili.device;

import java.util.List;

/** What a driver made of a message. */
public sealed interface Decoded {
  /** Understood. Nothing to report is an empty list. */
  record Readings(List<Reading> readings) implements Decoded {
    public Readings {
      readings = List.copyOf(readings);
    }
  }

  /** The topic matched but the payload belongs to another model; the next driver is asked. */
  record NotMine() implements Decoded {}

  /**
   * Ours, and broken. The reason is shown to the operator beside the raw bytes: one English clause
   * that names what was expected and what came.
   */
  record Rejected(String reason) implements Decoded {}
}
