package ${package};

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.dispatch.Candidate;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.dispatch.Returned;
import org.zhili.id.UnitId;
import org.zhili.text.Explanation;
import org.zhili.text.Text;

/** The least busy unit leads, of those whose duty it is and who have not handed it back. */
@Component
public final class ${strategyClass} implements DispatchStrategy {
  @Override
  public String id() {
    return "${strategyId}";
  }

  @Override
  public Proposal propose(DispatchRequest request) {
    String subject = request.caseFile().report().subject();
    Set<UnitId> returned = request.returned().stream().map(Returned::unit).collect(toSet());
    return request.candidates().stream()
        .filter(candidate -> candidate.unit().duties().contains(subject))
        .filter(candidate -> !returned.contains(candidate.unit().id()))
        .min(comparing(Candidate::openCases).thenComparing(busy -> busy.unit().id().value()))
        .map(${strategyClass}::lead)
        .orElseGet(
            () -> new Proposal.Refer(Explanation.of(Text.of("${strategyId}.nobody", subject))));
  }

  private static Proposal lead(Candidate best) {
    Text why =
        Text.of(
            "${strategyId}.least-busy",
            best.unit().name().zh(),
            best.unit().name().en(),
            Integer.toString(best.openCases()));
    return new Proposal.Assign(
        best.unit().id(), Set.of(), Set.of(), List.of(), 0.8, Explanation.of(why));
  }
}
