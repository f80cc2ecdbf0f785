package org.zhili.architecture;

import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.architecture.Bundle.Entry;

/** What a manifest may say. Each rule answers the faults it found, in words. */
final class ManifestRules {
  /** What a plug-in may demand of a town beside {@link LayerRules#BASE_OF_PLUG_INS} and the JDK. */
  private static final Set<String> SPECIFICATIONS =
      Set.of(
          "jakarta.annotation",
          "jakarta.persistence",
          "jakarta.validation",
          "jakarta.ws.rs",
          "com.fasterxml.jackson.annotation",
          "io.swagger.v3.oas.annotations",
          "org.hibernate.annotations",
          "org.slf4j");

  private static final Set<String> JDK =
      ModuleFinder.ofSystem().findAll().stream()
          .filter(module -> module.descriptor().name().startsWith("java."))
          .flatMap(module -> module.descriptor().packages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private ManifestRules() {}

  /** D2. */
  static List<String> standsAlone(Bundle bundle) {
    return mandatory(bundle)
        .filter(entry -> !bundle.exports().containsKey(entry.name()))
        .map(entry -> "must not demand " + entry.name())
        .toList();
  }

  /**
   * D4. Libraries of its own are inside the bundle, and what they use when it is there is theirs to
   * say; of the town it may not even want more than is allowed.
   *
   * @param base the packages of the town that it may know
   */
  static List<String> demandsWhatPlugInsMay(Bundle bundle, Set<String> base) {
    Predicate<Entry> allowed =
        entry ->
            base.contains(entry.name())
                || bundle.exports().containsKey(entry.name())
                || JDK.contains(entry.name())
                || SPECIFICATIONS.stream().anyMatch(name -> isIn(name, entry.name()));
    return bundle.imports().values().stream()
        .filter(entry -> !entry.optional() || isIn("org.zhili", entry.name()))
        .filter(allowed.negate())
        .map(entry -> "must not demand " + entry.name())
        .toList();
  }

  /** A floor alone would take a version that breaks us. Packages of the JDK have no versions. */
  static List<String> demandsRanges(Bundle bundle) {
    return mandatory(bundle)
        .filter(entry -> !JDK.contains(entry.name()))
        .filter(
            entry ->
                entry.version().filter(version -> version.matches("[\\[(].+,.+[\\])]")).isEmpty())
        .map(entry -> "must say which versions of " + entry.name() + " it takes")
        .toList();
  }

  /** D5. Components start with what they need; an activator starts with the bundle. */
  static List<String> hasNoActivator(Bundle bundle) {
    return bundle
        .header("Bundle-Activator")
        .map(name -> List.of("must not have the activator " + name))
        .orElse(List.of());
  }

  /** D11. */
  static List<String> exportsVersions(Bundle bundle) {
    return bundle.exports().values().stream()
        .filter(entry -> entry.version().isEmpty())
        .map(entry -> "must give " + entry.name() + " a version")
        .toList();
  }

  /** What others may use is exported, and all else says that it is not for them. */
  static List<String> exportsOrHides(Bundle bundle, Set<String> packages) {
    return packages.stream()
        .sorted()
        .filter(name -> (name + ".").contains(".internal.") == bundle.exports().containsKey(name))
        .map(name -> "must either export " + name + " or call it internal")
        .toList();
  }

  private static Stream<Entry> mandatory(Bundle bundle) {
    return bundle.imports().values().stream().filter(entry -> !entry.optional());
  }

  private static boolean isIn(String family, String name) {
    return (name + ".").startsWith(family + ".");
  }
}
