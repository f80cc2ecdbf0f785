package org.zhili.osgi.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Capability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.PluginKinds;
import org.zhili.core.shelf.JarFacts;
import org.zhili.core.shelf.Shelved;
import org.zhili.core.shelf.Surroundings;
import org.zhili.text.Wording;

/**
 * The bundles of the town, seen by the shelf: its own, plug-ins that came with the town, and the
 * rest.
 */
final class TownBundles {
  private static final Logger LOG = LoggerFactory.getLogger(TownBundles.class);

  /** Begins the location of every bundle that is on the shelf. */
  private static final String SHELF = "zhili-plug-in:";

  private static final String SERVICE = "osgi.service";

  private final BundleContext context;

  TownBundles(BundleContext context) {
    this.context = context;
  }

  /** Where a version of a plug-in is installed, beside all its other versions. */
  static String location(String name, String version) {
    return SHELF + name + ":" + version;
  }

  static boolean isOnShelf(Bundle bundle) {
    return bundle.getLocation().startsWith(SHELF);
  }

  List<Bundle> all() {
    return List.of(context.getBundles());
  }

  /** All versions of one plug-in. */
  List<Bundle> named(String symbolicName) {
    return all().stream().filter(bundle -> symbolicName.equals(bundle.getSymbolicName())).toList();
  }

  /** Plug-ins that came with the town. */
  List<Bundle> shipped() {
    return all().stream().filter(bundle -> !isOnShelf(bundle) && isPlugIn(bundle)).toList();
  }

  /** What a newcomer finds, beside what is on the shelf. */
  Surroundings surroundings(Map<String, String> installed, long freeBytes) {
    Map<String, List<String>> packages = new HashMap<>();
    Set<String> ownPackages = new HashSet<>();
    Set<String> reserved = new HashSet<>();
    Map<String, String> here = new HashMap<>();
    for (Bundle bundle : all()) {
      boolean own = !isOnShelf(bundle) && !isPlugIn(bundle);
      for (Capability offered : capabilities(bundle, PackageNamespace.PACKAGE_NAMESPACE)) {
        String name = text(offered, PackageNamespace.PACKAGE_NAMESPACE);
        packages
            .computeIfAbsent(name, p -> new ArrayList<>())
            .add(text(offered, PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE));
        if (own) {
          ownPackages.add(name);
        }
      }
      if (own) {
        Optional.ofNullable(bundle.getSymbolicName()).ifPresent(reserved::add);
      } else if (!isOnShelf(bundle)) {
        here.put(bundle.getSymbolicName(), bundle.getVersion().toString());
      }
    }
    here.putAll(installed);
    String java = Integer.toString(Runtime.version().feature());
    return new Surroundings(packages, ownPackages, reserved, here, java, freeBytes);
  }

  private static boolean isPlugIn(Bundle bundle) {
    return capabilities(bundle, SERVICE).stream()
        .flatMap(TownBundles::services)
        .anyMatch(service -> PluginKinds.ALL.stream().anyMatch(k -> k.getName().equals(service)));
  }

  private static Stream<String> services(Capability capability) {
    Object types = capability.getAttributes().get(Constants.OBJECTCLASS);
    return types instanceof Collection<?> many
        ? many.stream().map(String::valueOf)
        : Stream.of(String.valueOf(types));
  }

  private static List<? extends Capability> capabilities(Bundle bundle, String namespace) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null ? List.of() : revision.getDeclaredCapabilities(namespace);
  }

  private static String text(Capability capability, String attribute) {
    return String.valueOf(capability.getAttributes().get(attribute));
  }

  /**
   * Let an older version leave: its services go, and calls under way are awaited. One that came
   * with the town is only stopped, so that the town has it again when the newer one is removed.
   */
  void dismiss(Bundle old) {
    try {
      old.stop();
      if (isOnShelf(old)) {
        old.uninstall();
        refresh(old);
      }
    } catch (BundleException | IllegalStateException e) {
      LOG.warn("{} {} cannot leave yet", old.getSymbolicName(), old.getVersion(), e);
    }
  }

  /** Let go of its classes; what others of the town still use stays until they go. */
  private void refresh(Bundle gone) {
    FrameworkWiring wiring = systemBundle().adapt(FrameworkWiring.class);
    if (!wiring.getRemovalPendingBundles().contains(gone)) {
      return; // nobody used them
    }
    Collection<Bundle> concerned = wiring.getDependencyClosure(List.of(gone));
    if (concerned.stream().allMatch(TownBundles::isOnShelf)) {
      wiring.refreshBundles(List.of(gone));
    } else {
      LOG.info("The classes of {} stay until the town is restarted: {}", gone, concerned);
    }
  }

  private Bundle systemBundle() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_ID);
  }

  /** Stop one of the shelf, which stays installed. */
  void stop(Bundle bundle) {
    try {
      bundle.stop();
    } catch (BundleException e) {
      LOG.warn("{} {} cannot be stopped", bundle.getSymbolicName(), bundle.getVersion(), e);
    }
  }

  static boolean isActive(Bundle bundle) {
    return bundle.getState() == Bundle.ACTIVE;
  }

  /** Start what came with the town and was stopped for a newer one. */
  void bringBack(String name) {
    for (Bundle bundle : named(name)) {
      if (!isOnShelf(bundle)) {
        try {
          bundle.start();
        } catch (BundleException e) {
          LOG.error("{} {} that came with the town does not start", name, bundle.getVersion(), e);
        }
      }
    }
  }

  /** Start one of the shelf, which the framework never does by itself; why it does not start. */
  Optional<Wording> start(Bundle bundle) {
    try {
      // as early as we are, so that it can start whenever we can
      int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
      bundle.adapt(BundleStartLevel.class).setStartLevel(Math.max(level, 1));
      bundle.start(Bundle.START_TRANSIENT);
      return Optional.empty();
    } catch (BundleException | LinkageError e) {
      return Optional.of(Wording.same(cause(e)));
    }
  }

  /** The innermost cause says most. */
  static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return (message == null ? cause.toString() : message).strip();
  }

  static String location(JarFacts jar) {
    return location(jar.name(), jar.version());
  }

  /** Where the version in use is installed. */
  static String location(Shelved shelved) {
    return location(shelved.name(), shelved.current().version());
  }

  Optional<Bundle> find(Shelved shelved) {
    return all().stream()
        .filter(bundle -> bundle.getLocation().equals(location(shelved)))
        .findFirst();
  }
}
