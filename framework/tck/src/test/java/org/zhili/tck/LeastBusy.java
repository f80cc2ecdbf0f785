package org.zhili.tck;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.zhili.dispatch.Candidate;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.id.UnitId;
import org.zhili.text.Explanation;
import org.zhili.text.Text;

/** A strategy without a fault; wrong ones change one thing. */
class LeastBusy implements DispatchStrategy {
  @Override
  public String id() {
    return "least-busy";
  }

  @Override
  public Proposal propose(DispatchRequest request) {
    return request.candidates().stream()
        .min(Comparator.comparing(Candidate::openCases).thenComparing(c -> c.unit().id()))
        .<Proposal>map(candidate -> assign(candidate.unit().id()))
        .orElseGet(() -> new Proposal.Refer(Explanation.of(Text.of("test.nobody"))));
  }

  Proposal assign(UnitId lead) {
    return new Proposal.Assign(lead, Set.of(), Set.of(), List.of(), 0.5, why(lead));
  }

  Explanation why(UnitId lead) {
    return new Explanation(
        Text.of("test.why", lead.value()),
        List.of(new Explanation.Factor(Text.of("test.factor"), 1)));
  }
}
