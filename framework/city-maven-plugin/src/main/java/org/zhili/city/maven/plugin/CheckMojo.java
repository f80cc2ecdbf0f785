package org.zhili.city.maven.plugin;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.zhili.citypack.CityPackReader;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/** Refuses a choice that does not fit, and a city pack with faults, in a sentence for each. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class CheckMojo extends CityMojo {
  /** The folder of the city pack. */
  @Parameter(defaultValue = "${project.basedir}/city", required = true)
  private File city;

  /** The folder of settings that differ from those of the parts. */
  @Parameter(defaultValue = "${project.basedir}/etc", required = true)
  private File settings;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (!makesTown()) {
      return;
    }
    try {
      List<Wording> objections =
          new ArrayList<>(new Choice(chosen(), brokerElsewhere()).objections(parts()));
      objections.addAll(aboutPack(city.toPath()));
      if (!objections.isEmpty()) {
        throw new MojoFailureException(sentences(objections));
      }
    } catch (IOException e) {
      throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Wording> aboutPack(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of(Objection.NO_PACK.because(folder.toString()));
    }
    return CityPackReader.read(folder).faults().stream()
        .map(fault -> new Wording("city/" + fault.in(Language.ZH), "city/" + fault.in(Language.EN)))
        .toList();
  }

  private boolean brokerElsewhere() throws IOException {
    Path file = settings.toPath().resolve("org.zhili.ingestion.cfg");
    Properties written = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        written.load(in);
      }
    }
    return !written.getProperty("uri", "").isBlank();
  }
}
