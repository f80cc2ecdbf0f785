package org.zhili.core.ingest;

import java.util.List;
import org.zhili.envelope.Opened;
import org.zhili.envelope.WrappedMessage;

/**
 * An envelope behind the gate. Thread-safe. Equal as long as the envelope stays, and not to what
 * takes its place.
 */
public interface Opener extends Answerer {
  /** The network whose envelopes it opens; its names of devices begin with this. */
  String network();

  /** Not the name of any driver. */
  @Override
  default String id() {
    return "envelope:" + network();
  }

  /** Whether messages on this topic are to be opened by it. */
  boolean wants(String topic);

  /**
   * Open messages, in order, within the ingest limit.
   *
   * @return one reply per message, in the same order; an envelope that fails is a reply, never an
   *     exception
   */
  List<Reply<Opened>> open(List<WrappedMessage> messages);
}
