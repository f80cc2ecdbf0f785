package org.zhili.architecture;

import static java.util.Comparator.comparing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Tells which artifact a class belongs to, by its package.
 *
 * @param family what all root packages begin with
 * @param api the packages of the API, which are named for their concerns
 */
record Layout(String family, List<Artifact> artifacts, Set<String> api) {

  Optional<Artifact> artifactOf(JavaClass type) {
    return artifactOf(type.getPackageName());
  }

  /** The API where it names the package itself, else the artifact with the longest root above. */
  Optional<Artifact> artifactOf(String name) {
    if (api.contains(name)) {
      return artifacts.stream().filter(Layout::isApi).findFirst();
    }
    return artifacts.stream()
        .filter(artifact -> !isApi(artifact))
        .filter(artifact -> (name + ".").startsWith(artifact.root(family) + "."))
        .max(comparing(artifact -> artifact.root(family).length()));
  }

  DescribedPredicate<JavaClass> in(Set<String> names) {
    return that("are in " + new TreeSet<>(names), artifact -> names.contains(artifact.name()));
  }

  DescribedPredicate<JavaClass> in(String name) {
    return in(Set.of(name));
  }

  DescribedPredicate<JavaClass> inPlugIns() {
    return that("are in a plug-in", Artifact::isPlugIn);
  }

  DescribedPredicate<JavaClass> inDrivers() {
    return that("are in a driver", Artifact::isDriver);
  }

  private DescribedPredicate<JavaClass> that(String description, Predicate<Artifact> condition) {
    return DescribedPredicate.describe(
        description, type -> artifactOf(type).filter(condition).isPresent());
  }

  private static boolean isApi(Artifact artifact) {
    return artifact.name().equals(Exemptions.PACKAGES_OF_ITS_OWN);
  }
}
