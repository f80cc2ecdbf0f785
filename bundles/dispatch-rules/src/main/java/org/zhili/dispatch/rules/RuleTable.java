package org.zhili.dispatch.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.zhili.city.Unit;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Duty;
import org.zhili.dispatch.Proposal;
import org.zhili.id.UnitId;
import org.zhili.text.Explanation;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * Dispatches by the city's books: the owner of the asset (权属单位) first, then the row of the dispatch
 * catalogue (派单目录), then the territorial body (属地), and else a person.
 *
 * <p>A unit that handed the case back is passed over, and so is one the books name although it does
 * not serve the place; the reasons name it. Every such hop halves the confidence: the books have
 * been wrong once.
 */
@Component
public final class RuleTable implements DispatchStrategy {
  @Override
  public String id() {
    return "rule-table";
  }

  @Override
  public Proposal propose(DispatchRequest request) {
    Map<UnitId, Unit> units = new HashMap<>();
    request.candidates().forEach(candidate -> units.put(candidate.unit().id(), candidate.unit()));
    Set<UnitId> returned = new HashSet<>();
    request.returned().forEach(r -> returned.add(r.unit()));
    List<Choice> choices = new ArrayList<>();
    Set<UnitId> strangers = new LinkedHashSet<>();
    for (Choice choice : choices(request.duty())) {
      if (!units.containsKey(choice.lead)) {
        // whoever stands behind the one that leads was not passed over for it
        if (choices.isEmpty() && !returned.contains(choice.lead)) {
          strangers.add(choice.lead);
        }
      } else if (!returned.contains(choice.lead)) {
        choices.add(choice);
      }
    }
    return choices.isEmpty()
        ? new Proposal.Refer(
            Explanation.of(nobody(request.caseFile().report().subject(), returned, strangers)))
        : assign(choices, units, request.duty(), new Passed(returned.size(), strangers));
  }

  private static Text nobody(String subject, Set<UnitId> returned, Set<UnitId> strangers) {
    if (!strangers.isEmpty()) {
      return Text.of("dispatch-rules.nobody-serves", subject, names(strangers));
    }
    return Text.of(
        returned.isEmpty() ? "dispatch-rules.nobody" : "dispatch-rules.all-returned", subject);
  }

  private static Proposal assign(
      List<Choice> choices, Map<UnitId, Unit> units, Duty duty, Passed passed) {
    Choice best = choices.get(0);
    Set<UnitId> assisting = new HashSet<>(best.assisting);
    assisting.remove(best.lead);
    assisting.retainAll(units.keySet());
    Set<UnitId> supervising = supervising(duty);
    supervising.remove(best.lead);
    supervising.removeAll(assisting);
    supervising.retainAll(units.keySet());
    List<UnitId> alternatives =
        choices.stream().map(c -> c.lead).filter(u -> !u.equals(best.lead)).distinct().toList();
    Text summary =
        Text.of(
            best.rule.key, name(units, best.lead).zh(), name(units, best.lead).en(), best.detail);
    double confidence = best.rule.confidence / (1 << Math.min(passed.hops(), 10));
    return new Proposal.Assign(
        best.lead,
        assisting,
        supervising,
        alternatives,
        confidence,
        new Explanation(summary, factors(best.rule, passed)));
  }

  private static List<Explanation.Factor> factors(Rule rule, Passed passed) {
    List<Explanation.Factor> factors = new ArrayList<>();
    factors.add(new Explanation.Factor(Text.of(rule.key + "-factor"), rule.confidence));
    if (passed.returns > 0) {
      factors.add(
          new Explanation.Factor(
              Text.of("dispatch-rules.returned-factor", Integer.toString(passed.returns)),
              Math.min(1, 0.5 * passed.returns)));
    }
    if (!passed.strangers.isEmpty()) {
      factors.add(
          new Explanation.Factor(
              Text.of("dispatch-rules.stranger-factor", names(passed.strangers)),
              Math.min(1, 0.5 * passed.strangers.size())));
    }
    return factors;
  }

  private static String names(Set<UnitId> units) {
    return units.stream().map(UnitId::value).collect(Collectors.joining(", "));
  }

  private static Wording name(Map<UnitId, Unit> units, UnitId id) {
    return Optional.ofNullable(units.get(id))
        .map(Unit::name)
        .orElseGet(() -> Wording.same(id.value()));
  }

  private static List<Choice> choices(Duty duty) {
    List<Choice> choices = new ArrayList<>();
    Optional<CatalogueRow> row = duty.row();
    Set<UnitId> assisting = row.map(CatalogueRow::assisting).orElse(Set.of());
    duty.owner().ifPresent(unit -> choices.add(new Choice(Rule.OWNER, unit, assisting, "")));
    row.ifPresent(r -> choices.add(new Choice(Rule.CATALOGUE, r.lead(), assisting, r.id())));
    duty.territorial()
        .ifPresent(unit -> choices.add(new Choice(Rule.TERRITORIAL, unit, Set.of(), "")));
    return choices;
  }

  private static Set<UnitId> supervising(Duty duty) {
    Set<UnitId> supervising = new HashSet<>();
    duty.supervisor().ifPresent(supervising::add);
    duty.row().ifPresent(row -> supervising.addAll(row.supervising()));
    return supervising;
  }

  /** The rules in their order, each with how sure it makes us. */
  private enum Rule {
    OWNER("dispatch-rules.owner", 0.95),
    CATALOGUE("dispatch-rules.catalogue", 0.9),
    TERRITORIAL("dispatch-rules.territorial", 0.7);

    private final String key;
    private final double confidence;

    Rule(String key, double confidence) {
      this.key = key;
      this.confidence = confidence;
    }
  }

  /**
   * Who was passed over.
   *
   * @param strangers units the books name although they do not serve the place
   */
  private record Passed(int returns, Set<UnitId> strangers) {
    int hops() {
      return returns + strangers.size();
    }
  }

  private record Choice(Rule rule, UnitId lead, Set<UnitId> assisting, String detail) {}
}
