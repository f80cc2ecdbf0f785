package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.core.shelf.Kept;
import org.zhili.core.shelf.Shelved;

class DeployedFilesTest {
  private static final Shelved BIN =
      new Shelved(
          "com.acme.trash-bin",
          new Kept("1.0.0", "00", "elsewhere.jar"),
          Optional.empty(),
          Instant.EPOCH,
          Optional.empty());

  @Test
  void a_file_that_has_not_changed_is_not_read_again(@TempDir Path folder) throws IOException {
    DeployedFiles files = new DeployedFiles(folder);
    Path file = PluginJar.trashBin("1.0.0").to(folder.resolve("bin.jar"));
    assertThat(files.of(BIN)).containsExactly(file);

    FileTime before = Files.getLastModifiedTime(file);
    Files.write(file, new byte[(int) Files.size(file)]);
    Files.setLastModifiedTime(file, before);
    assertThat(files.of(BIN)).as("nobody looked into it").containsExactly(file);
    Instant later = before.toInstant().plus(Duration.ofSeconds(2));
    Files.setLastModifiedTime(file, FileTime.from(later));
    assertThat(files.of(BIN)).isEmpty();
  }

  @Test
  void a_file_that_could_not_be_read_is_read_again(@TempDir Path folder) throws IOException {
    DeployedFiles files = new DeployedFiles(folder);
    Path file = PluginJar.trashBin("1.0.0").to(folder.resolve("bin.jar"));
    byte[] whole = Files.readAllBytes(file);
    FileTime time = Files.getLastModifiedTime(file);
    Files.write(file, new byte[whole.length]); // as a share that gives nothing for a while
    Files.setLastModifiedTime(file, time);
    assertThat(files.of(BIN)).isEmpty();

    Files.write(file, whole);
    Files.setLastModifiedTime(file, time);
    assertThat(files.of(BIN)).containsExactly(file);
  }

  @Test
  void a_file_that_is_gone_and_comes_again_is_read_anew(@TempDir Path folder) throws IOException {
    DeployedFiles files = new DeployedFiles(folder);
    Path file = PluginJar.codec("1.0.0").to(folder.resolve("bin.jar"));
    assertThat(files.of(BIN)).isEmpty();
    Files.delete(file);
    assertThat(files.of(BIN)).isEqualTo(List.of());
    PluginJar.trashBin("1.0.0").to(file);
    assertThat(files.of(BIN)).containsExactly(file);
  }
}
