package org.zhili.rest.internal.engine;

import jakarta.servlet.ServletConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds applications, leaving out the parts that cannot be served so that the others are.
 *
 * <p>Each part that is left out is named in the log once, until it changes. Not thread-safe.
 */
final class Assembly {
  private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

  private final ServletConfig config;
  private final Settings settings;
  private final Set<Part> named = new HashSet<>();

  Assembly(ServletConfig config, Settings settings) {
    this.config = config;
    this.settings = settings;
  }

  /** Build it; fails only when not even an empty application can be built. */
  Generation build(Application wanted) throws Exception {
    Map<Part, String> faults = new HashMap<>();
    Set<Class<?>> taken = new HashSet<>();
    Application screened =
        new Application(
            wanted.resources().stream().filter(part -> passes(part, taken, faults)).toList(),
            wanted.extensions(),
            wanted.guarded(),
            wanted.townOpen(),
            wanted.challenge());
    try {
      return named(wanted, faults, Generation.build(config, settings, screened));
    } catch (Exception | LinkageError e) {
      LOG.debug("the whole application could not be built", e);
      Application sound = sound(screened, faults);
      return named(wanted, faults, Generation.build(config, settings, sound));
    }
  }

  private static boolean passes(Part part, Set<Class<?>> taken, Map<Part, String> faults) {
    try {
      if (!taken.add(part.type())) {
        faults.put(part, "another service of the same class is ranked higher");
        return false;
      }
      Screening.fault(part.type()).ifPresent(fault -> faults.put(part, fault));
    } catch (LinkageError e) {
      faults.put(part, String.valueOf(e));
    }
    return !faults.containsKey(part);
  }

  /** The parts that can be served when each is tried alone. */
  private Application sound(Application screened, Map<Part, String> faults) {
    List<Part> resources = new ArrayList<>();
    List<Part> extensions = new ArrayList<>();
    for (Part part : screened.resources()) {
      if (stands(new Application(List.of(part), List.of(), false, false, ""), part, faults)) {
        resources.add(part);
      }
    }
    for (Part part : screened.extensions()) {
      if (stands(new Application(List.of(), List.of(part), false, false, ""), part, faults)) {
        extensions.add(part);
      }
    }
    // a gate whose keeper may be among the broken stays shut
    boolean guarded = screened.guarded() && extensions.equals(screened.extensions());
    return new Application(
        resources, extensions, guarded, screened.townOpen(), screened.challenge());
  }

  private boolean stands(Application alone, Part part, Map<Part, String> faults) {
    try {
      Generation.build(config, settings, alone).retire();
      return true;
    } catch (Exception | LinkageError e) {
      faults.put(part, String.valueOf(deepest(e)));
      return false;
    }
  }

  private static Throwable deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private Generation named(Application wanted, Map<Part, String> faults, Generation built) {
    faults.forEach(
        (part, fault) -> {
          if (named.add(part)) {
            LOG.error("{} is not served, all others are: {}", part.name(), fault);
          }
        });
    named.removeIf(part -> !wanted.has(part));
    return built;
  }
}
