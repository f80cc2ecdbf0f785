package org.zhili.resources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.id.UnitId;
import org.zhili.text.Explanation;
import org.zhili.text.Text;

/** Advises the unit it was told to, or nobody. */
final class Advising implements DispatchStrategy {
  volatile Optional<UnitId> unit = Optional.empty();

  @Override
  public String id() {
    return "advising";
  }

  @Override
  public Proposal propose(DispatchRequest request) {
    Explanation why = Explanation.of(Text.of("advising.because"));
    return unit.<Proposal>map(
            lead -> new Proposal.Assign(lead, Set.of(), Set.of(), List.of(), 0.4, why))
        .orElseGet(() -> new Proposal.Refer(why));
  }
}
