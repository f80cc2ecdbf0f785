package org.zhili.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Knows the ways of the JDK to ask for the time of day, as a call or as a method reference. */
final class SystemClock {
  /** Measuring how long something took with {@code nanoTime} is not among them. */
  static final DescribedPredicate<JavaAccess<?>> IS_READ =
      DescribedPredicate.describe("the system clock is read", access -> isRead(access.getTarget()));

  private static final Set<String> SOURCES =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.InstantSource.system",
          "java.util.Calendar.getInstance");

  private static final Set<String> NOW = Set.of("now", "dateNow");

  private SystemClock() {}

  private static boolean isRead(AccessTarget target) {
    if (!(target instanceof CodeUnitAccessTarget unit)) {
      return false;
    }
    String owner = unit.getOwner().getName();
    String name = owner + "." + unit.getName();
    boolean withoutArguments = unit.getRawParameterTypes().isEmpty();
    boolean handedAClock =
        unit.getRawParameterTypes().stream()
            .anyMatch(type -> type.isAssignableTo("java.time.InstantSource"));
    return SOURCES.contains(name)
        || (owner.startsWith("java.time.") && NOW.contains(unit.getName()) && !handedAClock)
        || (owner.equals("java.time.Clock")
            && name.matches(".*\\.(system|tick).*")
            && !handedAClock)
        || (withoutArguments
            && Set.of("java.util.Date.<init>", "java.util.GregorianCalendar.<init>")
                .contains(name));
  }
}
