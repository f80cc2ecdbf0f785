package org.zhili.resources.internal.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.access.Role;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Passage;
import org.zhili.citypack.CaseTypeJson;
import org.zhili.core.casework.SideRights;
import org.zhili.core.edition.Content;
import org.zhili.core.edition.Editions;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Trouble;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CityRules;
import org.zhili.rules.Matter;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Case types of a city: new ones, and what else the city has that a draft must agree with. */
final class TypeDrafts {
  private static final Set<String> ROLES =
      Set.of(
          Role.OPERATOR,
          Role.SUPERVISOR,
          Role.UNIT,
          Role.GRID_WORKER,
          Role.RESIDENT,
          Role.SYSTEM,
          Role.ADMINISTRATOR);

  /** What only ends by another side passage: the one that ends it, and those that begin it. */
  private record Pause(String end, Set<String> begins) {}

  private static final List<Pause> PAUSES =
      List.of(
          new Pause("decide-return", Set.of("request-return")),
          new Pause("resume", Set.of("suspend", "park")));

  private final Town town;
  private final Editions editions;

  TypeDrafts(Town town) {
    this.town = town;
    this.editions = town.editions();
  }

  static String file(String part) {
    return "case-types/" + part + ".json";
  }

  /** Refuse what is no type that is here, was published, or may be made. */
  void known(String part) {
    if (!isHere(part)) {
      free(part);
    }
  }

  private boolean isHere(String part) {
    return town.types().current(part).isPresent() || !editions.of(part).isEmpty();
  }

  /** Refuse an id that a new type cannot have. */
  private void free(String part) {
    String prefix = part.substring(0, Math.max(0, part.indexOf('.')));
    if (prefix.isEmpty()) {
      throw Trouble.NO_PART.problem(part);
    }
    if (isHere(part) || town.stores().types().presence(part).isPresent()) {
      throw Trouble.TYPE_TAKEN.at("id", part);
    }
    if (town.modules().contributions().caseTypes().keySet().stream()
        .anyMatch(id -> id.startsWith(prefix + "."))) {
      throw Trouble.TYPE_OF_A_MODULE.at("id", prefix);
    }
  }

  /** A type of this id, whole as it is. */
  CaseType template(String part, Optional<String> like) {
    free(part);
    CaseType model =
        like.map(id -> town.types().current(id).orElseThrow(() -> Trouble.NO_PART.at("like", id)))
            .orElseGet(() -> CaseTypeJson.bundled(TypeDrafts.class, "smallest.json"));
    return new CaseType(
        part,
        1,
        model.name(),
        model.steps(),
        model.passages(),
        model.filings(),
        model.sides(),
        model.reopenWithin());
  }

  /** What of a draft does not agree with what else the city has. */
  List<FaultView> faults(String part, CaseType draft) {
    List<FaultView> faults = new ArrayList<>();
    if (!draft.id().equals(part)) {
      faults.add(fault(part, "/id", "draft-of-another", draft.id(), part));
    }
    Set<String> known = filings(part);
    users(part)
        .filter(user -> known.contains(user.filing()) && draft.filing(user.filing()).isEmpty())
        .map(user -> fault(part, "/filings", "filing-in-use", user.filing(), user.file()))
        .forEach(faults::add);
    roles(draft, faults);
    pauses(draft, faults);
    return faults;
  }

  /** The filing conditions of a type on any day: now, by what was published, and by the pack. */
  private Set<String> filings(String part) {
    Stream<CaseType> published =
        editions.of(part).stream()
            .map(edition -> ((Content.Type) editions.content(edition)).type());
    Stream<CaseType> ofPack =
        editions.underneath(part).stream().map(content -> ((Content.Type) content).type());
    return Stream.of(town.types().current(part).stream(), published, ofPack)
        .flatMap(Function.identity())
        .flatMap(type -> type.filings().stream())
        .map(FilingCondition::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private record User(String filing, String file) {}

  /** The filing conditions that files of the pack open cases under, on whatever day. */
  private Stream<User> users(String part) {
    CityRules rules = town.books().rules();
    return Stream.concat(
            rules.alerts().stream()
                .flatMap(policy -> policy.opens().stream())
                .flatMap(opens -> user(opens, part, "alerts.csv")),
            rules.matters().stream()
                .map(Matter::opens)
                .flatMap(opens -> user(opens, part, "matters.csv")))
        .distinct();
  }

  private static Stream<User> user(AlertPolicy.Opens opens, String part, String file) {
    return opens.caseType().equals(part)
        ? opens.filing().stream().map(filing -> new User(filing, file))
        : Stream.empty();
  }

  /** A role that is mistyped lets nobody act; those that modules use are known, too. */
  private void roles(CaseType draft, List<FaultView> faults) {
    Set<String> known = new TreeSet<>(ROLES);
    town.types().current().forEach(type -> known.addAll(used(type)));
    for (int i = 0; i < draft.passages().size(); i++) {
      Passage passage = draft.passages().get(i);
      unknown(draft.id(), "/passages/" + i + "/roles", passage.action(), passage.roles(), known)
          .forEach(faults::add);
    }
    for (CaseType.Side side : draft.sides()) {
      unknown(draft.id(), "/sides/" + side.action(), side.action(), side.roles(), known)
          .forEach(faults::add);
    }
  }

  private static Set<String> used(CaseType type) {
    return Stream.concat(
            type.passages().stream().flatMap(passage -> passage.roles().stream()),
            type.sides().stream().flatMap(side -> side.roles().stream()))
        .collect(Collectors.toSet());
  }

  private static Stream<FaultView> unknown(
      String part, String field, String action, Set<String> roles, Set<String> known) {
    return roles.stream()
        .filter(role -> !known.contains(role))
        .sorted()
        .map(role -> fault(part, field, "role-unknown", role, action, String.join(", ", known)));
  }

  /** What stands still must be let go on by somebody. */
  private void pauses(CaseType draft, List<FaultView> faults) {
    for (Pause pause : PAUSES) {
      if (SideRights.roles(draft, pause.end()).isEmpty()) {
        pause.begins().stream()
            .filter(begin -> !SideRights.roles(draft, begin).isEmpty())
            .sorted()
            .map(begin -> Trouble.words("side-never-ends", List.of(name(pause.end()), name(begin))))
            .map(why -> fault(draft.id(), "/sides/" + pause.end(), why))
            .forEach(faults::add);
      }
    }
  }

  private static FaultView fault(String part, String field, String reason, String... arguments) {
    return fault(part, field, Trouble.words(reason, arguments));
  }

  private static FaultView fault(String part, String field, Wording why) {
    return FaultView.of(Trouble.DRAFT_FAULTY.code(), file(part), field, why);
  }

  private Wording name(String action) {
    return town.render(Text.of("casework.action." + action));
  }
}
