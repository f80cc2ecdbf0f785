package org.zhili.access.internal.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.access.Role;
import org.zhili.id.AreaId;

/**
 * The three administrators (三员分立, GB/T 22239-2019): who runs the system, who gives rights and who
 * reads what both did are three people, so that nobody does something and hides it. A display is
 * nobody at all.
 */
public final class Separation {
  private static final List<String> THREE =
      List.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

  private Separation() {}

  /** What speaks against an account with certain roles. */
  public enum Objection {
    /** It would be two of the three administrators. */
    TWO_OF_THREE,
    /** It would have business beside its administration, and see in it what names people. */
    BUSINESS_TOO,
    /** It would be a display's, which nobody sits before, and somebody's. */
    DISPLAY_TOO
  }

  /** What speaks against an account with these roles. */
  public static Optional<Objection> objection(Set<String> roles) {
    long administrators = roles.stream().filter(THREE::contains).count();
    if (administrators > 1) {
      return Optional.of(Objection.TWO_OF_THREE);
    }
    if (administrators == 1 && roles.size() > 1) {
      return Optional.of(Objection.BUSINESS_TOO);
    }
    return roles.contains(Role.DISPLAY) && roles.size() > 1
        ? Optional.of(Objection.DISPLAY_TOO)
        : Optional.empty();
  }

  /** Whether one of these is an administrator's. */
  public static boolean isAdministrators(Set<String> roles) {
    return roles.stream().anyMatch(THREE::contains);
  }

  /**
   * Those of an account's roles that open anything. Whoever has two of the administrators', from a
   * time when that could be, is none of them until one is taken away.
   */
  static Set<String> inForce(Set<String> roles) {
    return objection(roles).equals(Optional.of(Objection.TWO_OF_THREE))
        ? roles.stream().filter(role -> !THREE.contains(role)).collect(Collectors.toSet())
        : roles;
  }

  /** Which of the three an account with these roles is for the whole city. */
  public static Optional<String> post(Set<String> roles, Set<AreaId> areas) {
    return areas.isEmpty()
        ? inForce(roles).stream().filter(THREE::contains).findFirst()
        : Optional.empty();
  }

  /** Which of the three nobody is. */
  public static List<String> vacant(Stream<Optional<String>> posts) {
    Set<String> filled = posts.flatMap(Optional::stream).collect(Collectors.toSet());
    return THREE.stream().filter(role -> !filled.contains(role)).toList();
  }
}
