package org.zhili.demo.city.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A town's folder with the script of the distribution, and other programs in place of Karaf's. */
final class ScriptedHome {
  private static final Path SCRIPT =
      Path.of("../../features/town-base/src/main/resources/bin/zhili");

  private final Path home;

  /** In an empty folder; the settings are what {@code etc/system.properties} says. */
  ScriptedHome(Path home, String settings) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc/system.properties"), settings);
    Files.createDirectories(home.resolve("bin"));
    program("zhili", Files.readString(SCRIPT));
  }

  void program(String name, String text) throws IOException {
    Path file = home.resolve("bin").resolve(name);
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
