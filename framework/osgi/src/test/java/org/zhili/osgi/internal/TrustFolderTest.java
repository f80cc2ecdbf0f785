package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustFolderTest {
  private Path folder;
  private TrustFolder trust;

  @BeforeEach
  void know(@TempDir Path parent) throws IOException {
    folder = Files.createDirectory(parent.resolve("trusted-vendors"));
    Files.writeString(folder.resolve("acme.pem"), "acme");
    trust = new TrustFolder(folder);
    trust.getToKnow();
  }

  @Test
  void a_change_counts_once_at_the_second_look_that_finds_it() throws IOException {
    assertThat(trust.hasChanged()).isFalse();
    Files.writeString(folder.resolve("acme.pem"), "another");
    assertThat(trust.hasChanged()).as("may be being written").isFalse();
    assertThat(trust.hasChanged()).isTrue();
    assertThat(trust.hasChanged()).isFalse();
  }

  @Test
  void a_folder_that_is_missing_for_a_while_changes_nothing() throws IOException {
    Path away = Files.move(folder, folder.resolveSibling("away"));
    for (int look = 0; look < 5; look++) {
      assertThat(trust.hasChanged()).isFalse();
    }
    Files.move(away, folder);
    assertThat(trust.hasChanged()).isFalse();
    assertThat(trust.hasChanged()).isFalse();
  }

  @Test
  void an_empty_folder_trusts_nobody() throws IOException {
    Files.delete(folder.resolve("acme.pem"));
    assertThat(trust.hasChanged()).isFalse();
    assertThat(trust.hasChanged()).isTrue();
  }
}
