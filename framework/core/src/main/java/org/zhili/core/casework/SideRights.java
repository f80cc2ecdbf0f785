package org.zhili.core.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhili.access.Role;
import org.zhili.casework.CaseType;

/** Who may take the side passages that all types share, unless a type says otherwise. */
public final class SideRights {
  private static final Set<String> DESK = Set.of(Role.OPERATOR, Role.SUPERVISOR);
  private static final Map<String, Set<String>> DEFAULTS =
      Map.ofEntries(
          Map.entry("dispatch", Set.of(Role.OPERATOR, Role.SYSTEM)),
          Map.entry("file", Set.of(Role.OPERATOR, Role.SYSTEM)),
          Map.entry("decline", Set.of(Role.OPERATOR)),
          Map.entry("request-return", Set.of(Role.UNIT)),
          Map.entry("decide-return", DESK),
          Map.entry("meet", Set.of(Role.UNIT)),
          Map.entry("extend", DESK),
          Map.entry("suspend", DESK),
          Map.entry("park", Set.of(Role.SUPERVISOR)),
          Map.entry("resume", DESK),
          Map.entry("rework", Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.GRID_WORKER)),
          Map.entry("annul", Set.of(Role.OPERATOR)),
          Map.entry("merge", Set.of(Role.OPERATOR, Role.SYSTEM)),
          Map.entry("reopen", Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.RESIDENT)),
          Map.entry(
              "urge",
              Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.UNIT, Role.RESIDENT, Role.SYSTEM)),
          Map.entry("halt", Set.of(Role.SYSTEM)),
          Map.entry("go-on", Set.of(Role.SYSTEM)),
          Map.entry("rate", Set.of(Role.RESIDENT, Role.OPERATOR)),
          Map.entry(
              "note",
              Set.of(
                  Role.OPERATOR,
                  Role.SUPERVISOR,
                  Role.UNIT,
                  Role.GRID_WORKER,
                  Role.RESIDENT,
                  Role.SYSTEM)));

  private SideRights() {}

  /** Who may take them where a type says nothing, by action; without those of the town itself. */
  public static List<CaseType.Side> usual() {
    return DEFAULTS.entrySet().stream()
        .filter(side -> !side.getValue().equals(Set.of(Role.SYSTEM)))
        .map(side -> new CaseType.Side(side.getKey(), side.getValue()))
        .sorted(Comparator.comparing(CaseType.Side::action))
        .toList();
  }

  /** Who may take one by this type. */
  public static Set<String> roles(CaseType type, String action) {
    return type.sides().stream()
        .filter(side -> side.action().equals(action))
        .map(CaseType.Side::roles)
        .findFirst()
        .orElseGet(() -> DEFAULTS.getOrDefault(action, Set.of()));
  }
}
