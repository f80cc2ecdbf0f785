package org.zhili.message;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where messages enter the town. A connector feeds it; the framework offers it only while messages
 * can be stored, so a connector that follows the service stops taking what nobody could keep.
 */
@ProviderType
public interface MessageInlet {
  /**
   * Take a message. Never blocks as long as no more than {@link #window()} messages wait for their
   * receipt; beyond that it waits for room. The receipt is acknowledged once the message is stored
   * for good, on a thread of the town's; a message that could not be stored gets no receipt and
   * must come again.
   *
   * @throws InletClosed when the town is leaving; nothing was taken
   */
  void offer(IncomingMessage message, Receipt receipt);

  /** How many messages all connectors together may have waiting for receipts. */
  int window();

  /** Thrown when the town is leaving. */
  final class InletClosed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public InletClosed() {
      super("the town is leaving and takes no more messages");
    }
  }
}
