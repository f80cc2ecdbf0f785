package org.zhili.city.maven.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.zhili.citypack.CityPackReader;
import org.zhili.text.Wording;

/**
 * Refuses a city pack that names a strategy, a model or a driver which no chosen part brings. What
 * parts of others bring is known in a town only, so with one of those nothing is refused.
 */
@Mojo(
    name = "match",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class MatchMojo extends CityMojo {
  /** The folder the archive is made of. */
  @Parameter(defaultValue = "${project.build.directory}/assembly", required = true)
  private File assembly;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (!makesTown()) {
      return;
    }
    try {
      List<Wording> objections = objections(assembly.toPath());
      if (!objections.isEmpty()) {
        throw new MojoFailureException(sentences(objections));
      }
    } catch (IOException e) {
      throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
    }
  }

  private List<Wording> objections(Path town) throws IOException {
    if (hasPartsOfOthers() || !jars(town.resolve("deploy")).isEmpty()) {
      return List.of();
    }
    try {
      return Brought.by(jars(town.resolve("system")))
          .objections(CityPackReader.read(town.resolve("etc/city")).orThrow());
    } catch (ServiceConfigurationError | LinkageError e) {
      getLog().warn("It cannot be told what the parts bring", e);
      return List.of();
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar") || file.toString().endsWith(".kar"))
          .sorted()
          .toList();
    }
  }
}
