package org.zhili.core.town;

import java.util.List;
import java.util.Set;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.id.UnitId;
import org.zhili.text.Explanation;
import org.zhili.text.Text;

/** Names the same units whatever it is asked, and is sure. */
record Naming(UnitId lead, Set<UnitId> assisting, Set<UnitId> supervising)
    implements DispatchStrategy {
  @Override
  public String id() {
    return "books-first";
  }

  @Override
  public Proposal propose(DispatchRequest request) {
    Explanation why = Explanation.of(Text.of("test.why"));
    return new Proposal.Assign(lead, assisting, supervising, List.of(), 1, why);
  }
}
