package org.zhili.dispatch;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Proposes which unit should handle a case, and says why.
 *
 * <p>The proposal is advice. A person may overrule it, and the record keeps both: what the strategy
 * said, and what was done. A strategy that is not sure returns {@link Proposal.Refer}; guessing is
 * the one thing it must not do.
 *
 * <p>Called on many threads, outside any transaction; answers within 2 s by default. The words of
 * its texts live in the message files beside its class.
 */
@ConsumerType
public interface DispatchStrategy {
  /** Unique among strategies; the city's configuration chooses by it. */
  String id();

  Proposal propose(DispatchRequest request);
}
