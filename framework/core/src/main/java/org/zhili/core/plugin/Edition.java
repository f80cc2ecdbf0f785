package org.zhili.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhili.core.plugin.ContributionCheck.Claim;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

/**
 * One state of the module book.
 *
 * @param members the modules whose contributions are in use, in the order of the gate
 */
record Edition(
    List<Place<GovernanceModule>> members,
    Contributions contributions,
    List<ModuleStanding> standings) {
  static final Edition BLANK = new Edition(List.of(), Contributions.of(List.of()), List.of());

  /** The next edition: those at the gate who can come in together, members of this one first. */
  Edition next(List<Place<GovernanceModule>> atGate) {
    List<Place<GovernanceModule>> candidates = withTheirNeeds(atGate);
    Map<String, ModuleStanding> refused = refusals(candidates);
    candidates.removeIf(place -> refused.containsKey(id(place)));
    List<Place<GovernanceModule>> members = withTheirNeeds(candidates);
    List<ModuleStanding> standings = new ArrayList<>();
    for (Place<GovernanceModule> place : atGate) {
      ModuleStanding standing = refused.get(id(place));
      standings.add(standing != null ? standing : standing(place, members));
    }
    return new Edition(List.copyOf(members), Contributions.of(members), List.copyOf(standings));
  }

  private static ModuleStanding standing(
      Place<GovernanceModule> place, List<Place<GovernanceModule>> members) {
    return members.contains(place)
        ? new ModuleStanding.InUse(place.identity())
        : new ModuleStanding.Waiting(place.identity(), missing(place, ids(members)));
  }

  /** Leave out who misses somebody, until nobody does; those in a circle keep each other in. */
  private static List<Place<GovernanceModule>> withTheirNeeds(List<Place<GovernanceModule>> all) {
    List<Place<GovernanceModule>> left = new ArrayList<>(all);
    Set<String> present;
    do {
      present = ids(left);
    } while (removeMissing(left, present));
    return left;
  }

  private static boolean removeMissing(List<Place<GovernanceModule>> from, Set<String> present) {
    return from.removeIf(place -> !missing(place, present).isEmpty());
  }

  private static Set<String> missing(Place<GovernanceModule> place, Set<String> present) {
    Set<String> missing = new TreeSet<>();
    place
        .introduction()
        .flatMap(Introduction::module)
        .map(ModuleInfo::requiredModules)
        .ifPresent(missing::addAll);
    missing.removeAll(present);
    return missing;
  }

  /** Those that claim what another has: a member keeps it, then the order of the gate decides. */
  private Map<String, ModuleStanding> refusals(List<Place<GovernanceModule>> candidates) {
    Set<String> before = ids(members);
    List<Place<GovernanceModule>> inTurn = new ArrayList<>(candidates);
    inTurn.sort(Comparator.comparing(place -> !before.contains(id(place))));
    Map<Claim, String> owners = new HashMap<>();
    Map<String, ModuleStanding> refused = new HashMap<>();
    for (Place<GovernanceModule> place : inTurn) {
      Set<Claim> claims = claims(place);
      List<Text> taken = new ArrayList<>();
      for (Claim claim : claims) {
        Optional.ofNullable(owners.get(claim))
            .ifPresent(owner -> taken.add(Text.of("plugin.taken", claim.name(), owner)));
      }
      if (taken.isEmpty()) {
        claims.forEach(claim -> owners.put(claim, id(place)));
      } else {
        refused.put(id(place), new ModuleStanding.Refused(place.identity(), taken));
      }
    }
    return refused;
  }

  private static Set<Claim> claims(Place<GovernanceModule> place) {
    return place.introduction().stream()
        .flatMap(said -> said.contributions().stream())
        .map(Claim::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> ids(List<Place<GovernanceModule>> places) {
    return places.stream().map(Edition::id).collect(Collectors.toSet());
  }

  private static String id(Place<GovernanceModule> place) {
    return place.identity().id();
  }
}
