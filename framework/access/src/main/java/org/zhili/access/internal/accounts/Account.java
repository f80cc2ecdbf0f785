package org.zhili.access.internal.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.access.internal.tables.AccountEntity;
import org.zhili.access.internal.tokens.Subject;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/**
 * An account (账号).
 *
 * @param mustChangePassword its password was made up by the town and opens nothing but the way to
 *     another
 * @param locked it opens nothing until a security administrator unlocks it
 * @param subject who its owner is at the identity provider
 * @param lastLogin when its owner was there last, as far as anybody has written it down
 */
public record Account(
    String name,
    Set<String> roles,
    Optional<UnitId> unit,
    Set<AreaId> areas,
    boolean mustChangePassword,
    boolean locked,
    Instant createdAt,
    Optional<Subject> subject,
    Optional<Instant> lastLogin) {
  public Account {
    roles = Set.copyOf(roles);
    areas = Set.copyOf(areas);
  }

  static Account of(AccountEntity row) {
    return new Account(
        row.name(),
        Listed.read(row.roles(), word -> word),
        Optional.ofNullable(row.unit()).map(UnitId::new),
        Listed.read(row.areas(), AreaId::new),
        row.mustChange(),
        row.locked(),
        row.createdAt(),
        Subjects.of(row),
        Optional.ofNullable(row.lastLogin()));
  }

  /** Its owner, with the roles that open anything. */
  public Viewer viewer() {
    return new Viewer(name, Separation.inForce(roles), unit, areas);
  }

  public boolean has(String role) {
    return viewer().has(role);
  }

  /** Whether it is a display's, which nobody sits before. */
  boolean isDisplay() {
    return roles.equals(Set.of(Role.DISPLAY));
  }

  /** Which of the three administrators of the whole city it is. */
  public Optional<String> post() {
    return locked ? Optional.empty() : Separation.post(roles, areas);
  }

  /** Whether it is a system administrator of the whole city: only those have the shell. */
  public boolean runsTheTown() {
    return post().filter(Role.ADMINISTRATOR::equals).isPresent();
  }

  /** Whether it is a security administrator of the whole city: only those make accounts. */
  public boolean makesAccounts() {
    return post().filter(Role.SECURITY_ADMINISTRATOR::equals).isPresent();
  }
}
