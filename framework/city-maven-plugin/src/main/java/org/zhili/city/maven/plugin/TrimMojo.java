package org.zhili.city.maven.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Takes the parts that were not chosen off the list of features in the town. */
@Mojo(
    name = "trim",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class TrimMojo extends CityMojo {
  /** The folder the archive is made of. */
  @Parameter(defaultValue = "${project.build.directory}/assembly", required = true)
  private File assembly;

  @Override
  public void execute() throws MojoExecutionException {
    if (!makesTown()) {
      return;
    }
    Path file = assembly.toPath().resolve("system").resolve(ourFeatures());
    try {
      Set<String> absent = parts().ofOursBeside(chosen());
      FeaturesXml.read(file).without(absent);
      getLog().info("Left out: " + String.join(", ", absent));
    } catch (IOException e) {
      throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
    }
  }
}
