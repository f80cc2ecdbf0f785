package org.zhili.itests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A machine on which somebody writes plug-ins: a home of its own, in which Maven has nothing. All
 * that it fetches comes from what Maven fetched for this build, so that it needs no network.
 */
record VendorMachine(Path home) {
  /** The Maven of this build, which may not be on the path. */
  private static final String MAVEN =
      Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String ARCHETYPES =
      "org.apache.maven.plugins:maven-archetype-plugin:"
          + System.getProperty("archetype.version")
          + ":generate";

  static VendorMachine in(Path folder) throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve(".m2"));
    Files.writeString(
        home.resolve(".m2/settings.xml"),
        """
        <settings>
          <mirrors>
            <mirror>
              <id>fetched-before</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(Path.of(System.getProperty("maven.repository")).toUri()));
    return new VendorMachine(home);
  }

  /** The variables that make a command run there. */
  Map<String, String> environment() {
    return Map.of(
        "HOME",
        home.toString(),
        "JAVA_HOME",
        System.getProperty("java.home"),
        "LC_ALL",
        "C.UTF-8",
        "MAVEN_OPTS",
        "-XX:TieredStopAtLevel=1 -Duser.home=" + home,
        "PATH",
        Path.of(MAVEN).getParent() + File.pathSeparator + System.getenv("PATH"));
  }

  /** Put the kit of a town where Maven finds it. */
  void takeKit(Town town) throws IOException, InterruptedException {
    take(town.home().resolve("kit"));
  }

  /** Put all that a town is made of where Maven finds it: its kit, and its parts. */
  void takeKitAndParts(Path town) throws IOException, InterruptedException {
    take(town.resolve("system"));
    take(town.resolve("kit"));
  }

  private void take(Path folder) throws IOException, InterruptedException {
    Path repository = Files.createDirectories(home.resolve(".m2/repository"));
    run("cp", "-R", folder + "/.", repository.toString());
  }

  /** Begin a project with the archetype of a kind; its folder. */
  Path begin(String kind, String name, String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                MAVEN,
                "-B",
                ARCHETYPES,
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=org.zhili",
                "-DarchetypeArtifactId=zhili-" + kind + "-archetype",
                "-DarchetypeVersion=" + System.getProperty("zhili.version"),
                "-DartifactId=" + name));
    command.addAll(List.of(more));
    run(command.toArray(String[]::new));
    return home.resolve(name);
  }

  /** Build a project, and drop what it makes into a town. */
  void build(Path project, Town town) throws IOException, InterruptedException {
    String into = "-Dzhili.town=" + town.home();
    run(MAVEN, "-B", "-f", project.toString(), "verify", into);
  }

  /** Make the archive of a city; what Maven said. */
  String pack(Path project, String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(MAVEN, "-B", "-f", project.toString(), "package"));
    command.addAll(List.of(more));
    return run(command.toArray(String[]::new));
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment());
    Program.Ended ended = Program.run(builder, PATIENCE);
    if (ended.status() != 0) {
      throw new AssertionError(List.of(command) + ": " + ended.said());
    }
    return ended.said();
  }
}
