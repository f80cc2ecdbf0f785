package org.zhili.access.internal.accounts;

import java.util.Optional;
import java.util.Set;
import org.zhili.access.Role;

/**
 * The three administrators (三员分立, GB/T 22239-2019): who runs the system, who gives rights and who
 * reads what both did are three people, so that nobody does something and hides it.
 */
public final class Separation {
  private static final Set<String> THREE =
      Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

  private Separation() {}

  /** What speaks against an account with certain roles. */
  public enum Objection {
    /** It would be two of the three administrators. */
    TWO_OF_THREE,
    /** It would have business beside its administration, and see in it what names people. */
    BUSINESS_TOO
  }

  /** What speaks against an account with these roles. */
  public static Optional<Objection> objection(Set<String> roles) {
    long administrators = roles.stream().filter(THREE::contains).count();
    if (administrators > 1) {
      return Optional.of(Objection.TWO_OF_THREE);
    }
    return administrators == 1 && roles.size() > 1
        ? Optional.of(Objection.BUSINESS_TOO)
        : Optional.empty();
  }
}
