package org.zhili.core.dispatch;

import java.util.Optional;
import org.zhili.casework.CaseFile;

/** A way to hand a work order to its recipient. */
public interface DeliveryChannel {
  /** The recipient reads its orders in the town itself: written is delivered. */
  DeliveryChannel INBOX =
      new DeliveryChannel() {
        @Override
        public String id() {
          return "inbox";
        }

        @Override
        public Optional<String> deliver(WorkOrder order, CaseFile file) {
          return Optional.empty();
        }
      };

  String id();

  /**
   * Hand it over. Called outside any transaction, maybe again for the same order.
   *
   * @return why it did not work; empty when it did
   */
  Optional<String> deliver(WorkOrder order, CaseFile file);
}
