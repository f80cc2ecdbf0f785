package org.zhili.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One rule for names: folder, artifact, symbolic name and root package say the same. */
final class NameRules {
  private NameRules() {}

  static List<String> folderAndArtifact(Artifact module) {
    if (Exemptions.FOLDERS_WITH_OTHER_NAMES.contains(module.folder())
        || module.name().equals(module.nameByFolder())) {
      return List.of();
    }
    return List.of(
        "%s must make %s, not %s".formatted(module.folder(), module.nameByFolder(), module.name()));
  }

  /**
   * The faults of a jar.
   *
   * @param packages the packages of our classes in it
   */
  static List<String> artifactAndJar(
      Artifact artifact, Layout layout, Bundle bundle, Set<String> packages) {
    List<String> faults = new ArrayList<>();
    String wanted = artifact.root(layout.family());
    if (!bundle.symbolicName().equals(Optional.of(wanted))) {
      faults.add(
          "%s must be %s, not %s"
              .formatted(artifact.name(), wanted, bundle.symbolicName().orElse("nameless")));
    }
    packages.stream()
        .sorted()
        .filter(name -> !layout.artifactOf(name).equals(Optional.of(artifact)))
        .forEach(name -> faults.add("%s must not have %s".formatted(artifact.name(), name)));
    return faults;
  }
}
