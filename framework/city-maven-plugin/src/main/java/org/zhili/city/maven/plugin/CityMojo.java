package org.zhili.city.maven.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.zhili.text.Wording;

/** What the goals know of a city's project. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class CityMojo extends AbstractMojo {
  private static final String KARAF = "org.apache.karaf.tooling:karaf-maven-plugin";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** Whether a town is made here; a parent of such projects makes none. */
  boolean makesTown() {
    return "karaf-assembly".equals(project.getPackaging());
  }

  /** The parts named in the pom, of all stages. */
  List<String> chosen() {
    List<String> names = new ArrayList<>();
    Plugin karaf = project.getPlugin(KARAF);
    if (karaf != null && karaf.getConfiguration() instanceof Xpp3Dom configuration) {
      for (String stage : List.of("startupFeatures", "bootFeatures", "installedFeatures")) {
        Xpp3Dom list = configuration.getChild(stage);
        if (list != null) {
          for (Xpp3Dom feature : list.getChildren()) {
            Optional.ofNullable(feature.getValue()).map(String::strip).ifPresent(names::add);
          }
        }
      }
    }
    return names;
  }

  /** The parts of every file of features the project depends on. */
  Parts parts() throws IOException {
    return Parts.in(
        project.getArtifacts().stream()
            .filter(artifact -> "features".equals(artifact.getClassifier()))
            .map(artifact -> artifact.getFile().toPath())
            .toList());
  }

  static String sentences(List<Wording> objections) {
    StringBuilder all = new StringBuilder();
    for (Wording objection : objections) {
      all.append('\n').append(objection.zh()).append('\n').append(objection.en());
    }
    return all.append('\n').toString();
  }

  /** Whether something else than parts of Zhili and Karaf goes into the archive. */
  boolean hasPartsOfOthers() {
    return project.getArtifacts().stream()
        .filter(artifact -> !artifact.getGroupId().equals("org.zhili"))
        .anyMatch(artifact -> !artifact.getGroupId().equals("org.apache.karaf.features"));
  }

  /** Where the features of Zhili lie in a repository. */
  Path ourFeatures() {
    Artifact ours =
        project.getArtifacts().stream()
            .filter(artifact -> artifact.getGroupId().equals("org.zhili"))
            .filter(artifact -> artifact.getArtifactId().equals("zhili-features"))
            .findFirst()
            .orElseThrow();
    String version = ours.getBaseVersion();
    return Path.of(
        "org/zhili/zhili-features", version, "zhili-features-" + version + "-features.xml");
  }
}
