package org.zhili.itests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A machine on which somebody writes plug-ins: a home of its own, in which Maven has nothing. All
 * that it fetches comes from what Maven fetched for this build, so that it needs no network.
 */
record VendorMachine(Path home) {
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
        "-Duser.home=" + home,
        "PATH",
        maven() + File.pathSeparator + System.getenv("PATH"));
  }

  /** The Maven of this build, which may not be on the path. */
  private static Path maven() {
    return Path.of(System.getProperty("maven.home"), "bin");
  }
}
