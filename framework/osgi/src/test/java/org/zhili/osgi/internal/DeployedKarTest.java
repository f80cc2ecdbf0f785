package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.shelf.ShelfEntry.State.IN_USE;
import static org.zhili.core.shelf.ShelfEntry.State.REFUSED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.core.shelf.ShelfEntry;

/** A KAR whose driver needs the codec of the same KAR, and no other version of it. */
class DeployedKarTest {
  private SmallTown town;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    town = SmallTown.in(folder);
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void all_of_it_goes_forward_and_back_by_hand() throws Exception {
    Path first = kar("1.0.0", "[1,2)");
    Path second = kar("2.0.0", "[2,3)");
    for (int i = 0; i < 2; i++) {
      deploy(first);
      assertThat(versions()).containsExactly("1.0.0", "1.0.0");
      assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
      deploy(second);
      assertThat(versions()).containsExactly("2.0.0", "2.0.0");
      assertThat(town.drivers()).containsExactly("trash-bin@2.0.0");
    }
    assertThat(town.plugIns()).hasSize(2);
  }

  @Test
  void none_of_it_goes_back_beside_something_new_that_is_refused() throws Exception {
    Path first = kar("1.0.0", "[1,2)");
    deploy(first);
    deploy(kar("2.0.0", "[2,3)"));
    Path lamp =
        PluginJar.library("com.acme.lamp", "1.0.0")
            .importing("com.acme.glass")
            .to(town.folder().resolve("lamp.jar"));
    deploy(Kar.of(town.folder().resolve("mixed.kar"), codec("1.0.0"), bin("1.0.0", "[1,2)"), lamp));

    assertThat(town.shelf().list())
        .extracting(ShelfEntry::state)
        .containsExactly(IN_USE, IN_USE, REFUSED);
    assertThat(town.drivers()).containsExactly("trash-bin@2.0.0");
    assertThat(town.plugIns()).extracting(one -> one.getVersion().getMajor()).containsOnly(2);
  }

  private void deploy(Path kar) throws IOException {
    Path file = town.deployed("acme.kar");
    Files.createDirectories(file.getParent());
    Files.copy(kar, file, StandardCopyOption.REPLACE_EXISTING);
    town.lookTwice();
  }

  private Path kar(String version, String range) throws IOException {
    Path file = town.folder().resolve("acme-" + version + ".kar");
    return Kar.of(file, bin(version, range), codec(version)); // who needs it before who has it
  }

  private Path bin(String version, String range) throws IOException {
    return jar("bin", version, PluginJar.trashBin(version).importing(codecs(range)));
  }

  private Path codec(String version) throws IOException {
    return jar("codec", version, PluginJar.codec(version));
  }

  /** The same jar each time, as a vendor's is. */
  private Path jar(String name, String version, PluginJar jar) throws IOException {
    Path file = town.folder().resolve(name + "-" + version + ".jar");
    return Files.exists(file) ? file : jar.to(file);
  }

  private static String codecs(String range) {
    return "com.acme.codec;version=\"" + range + "\"";
  }

  private List<String> versions() {
    return town.shelf().list().stream().map(ShelfEntry::version).toList();
  }
}
