package org.zhili.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every manifest of the town to the rules. */
class ManifestTest {

  static List<Artifact> artifacts() {
    return Town.ARTIFACTS;
  }

  static Stream<Artifact> plugIns() {
    return Town.ARTIFACTS.stream().filter(Artifact::isPlugIn);
  }

  @Test
  void d2_the_api_demands_nothing() {
    assertThat(ManifestRules.standsAlone(Town.bundle("zhili-api"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("plugIns")
  void d4_a_plug_in_demands_the_api_and_specifications_alone(Artifact plugIn) {
    Set<String> base =
        LayerRules.BASE_OF_PLUG_INS.stream()
            .filter(name -> Town.ARTIFACTS.stream().anyMatch(other -> other.name().equals(name)))
            .flatMap(name -> Town.bundle(name).exports().keySet().stream())
            .collect(toSet());

    assertThat(ManifestRules.demandsWhatPlugInsMay(Town.bundle(plugIn.name()), base)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void a_bundle_says_which_versions_it_takes(Artifact artifact) {
    assertThat(ManifestRules.demandsRanges(Town.bundle(artifact.name()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void d5_a_bundle_has_no_activator(Artifact artifact) {
    assertThat(ManifestRules.hasNoActivator(Town.bundle(artifact.name()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void d11_what_a_bundle_exports_has_a_version(Artifact artifact) {
    assertThat(ManifestRules.exportsVersions(Town.bundle(artifact.name()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void a_package_is_exported_or_internal(Artifact artifact) {
    assertThat(ManifestRules.exportsOrHides(Town.bundle(artifact.name()), Town.packages(artifact)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void folder_artifact_symbolic_name_and_root_package_are_one_name(Artifact artifact) {
    assertThat(
            NameRules.artifactAndJar(
                artifact, Town.LAYOUT, Town.bundle(artifact.name()), Town.packages(artifact)))
        .isEmpty();
  }

  @Test
  void every_folder_is_named_for_what_it_makes() {
    assertThat(Town.MODULES.stream().map(NameRules::folderAndArtifact).flatMap(List::stream))
        .isEmpty();
  }
}
