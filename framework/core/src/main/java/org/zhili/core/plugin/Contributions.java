package org.zhili.core.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.casework.CaseType;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;

/**
 * What all modules in use bring, at one moment. Modules are in their order at the gate, and what
 * each brings in the order it said. Drop it when it has changed: it holds on to plug-in code.
 *
 * @param caseTypes by their id
 */
public record Contributions(
    Map<String, Contributed<Contribution.Cases>> caseTypes,
    List<Contributed<Contribution.Alarm>> alarms,
    List<Contributed<Contribution.Silence>> silences,
    List<Contributed<Contribution.Reaction>> reactions,
    List<Contributed<Contribution.Job>> jobs,
    List<Contributed<Contribution.Rest>> rest,
    List<Contributed<Contribution.Page>> pages,
    List<Contributed<Contribution.Command>> commands) {
  public Contributions {
    caseTypes = Map.copyOf(caseTypes);
    alarms = List.copyOf(alarms);
    silences = List.copyOf(silences);
    reactions = List.copyOf(reactions);
    jobs = List.copyOf(jobs);
    rest = List.copyOf(rest);
    pages = List.copyOf(pages);
    commands = List.copyOf(commands);
  }

  /** The case type some module brings under this id. */
  public Optional<CaseType> caseType(String id) {
    return Optional.ofNullable(caseTypes.get(id)).map(brought -> brought.contribution().type());
  }

  static Contributions of(List<Place<GovernanceModule>> modules) {
    Map<String, Contributed<Contribution.Cases>> types = new LinkedHashMap<>();
    for (Contributed<Contribution.Cases> brought : each(modules, Contribution.Cases.class)) {
      types.put(brought.contribution().type().id(), brought);
    }
    return new Contributions(
        types,
        each(modules, Contribution.Alarm.class),
        each(modules, Contribution.Silence.class),
        each(modules, Contribution.Reaction.class),
        each(modules, Contribution.Job.class),
        each(modules, Contribution.Rest.class),
        each(modules, Contribution.Page.class),
        each(modules, Contribution.Command.class));
  }

  private static <C extends Contribution> List<Contributed<C>> each(
      List<Place<GovernanceModule>> modules, Class<C> kind) {
    List<Contributed<C>> all = new ArrayList<>();
    for (Place<GovernanceModule> place : modules) {
      Guarded<GovernanceModule> module = place.guarded().orElseThrow();
      for (Contribution contribution : place.introduction().orElseThrow().contributions()) {
        if (kind.isInstance(contribution)) {
          all.add(new Contributed<>(module, kind.cast(contribution)));
        }
      }
    }
    return all;
  }
}
