package org.zhili.envelope;

import java.util.List;

/** What was in an envelope. */
public sealed interface Opened {
  /**
   * The messages inside, in the order in which they are to be read. Nothing of a device's own, such
   * as a frame of the network alone, is an empty list. What can be read of them is stored together.
   */
  record Contents(List<EnclosedMessage> messages) implements Opened {
    public Contents {
      messages = List.copyOf(messages);
    }
  }

  /** The topic matched, but it is no message of this network; the next envelope is asked. */
  record NotMine() implements Opened {}

  /**
   * Of this network, and broken. The reason is shown to the operator beside the raw bytes: one
   * English clause that names what was expected and what came.
   */
  record Rejected(String reason) implements Opened {}
}
