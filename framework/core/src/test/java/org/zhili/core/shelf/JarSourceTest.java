package org.zhili.core.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarSourceTest {
  @Test
  void what_is_judged_is_a_copy_that_is_not_changed_with_the_file(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("bin.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.acme.bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
    Path copy;
    try (JarSource source = JarSource.open(file, "bin.jar")) {
      JarSource.Found found = source.jars().get(0);
      copy = found.file();
      Files.writeString(file, "something else, put there in between");

      assertThat(JarReader.sha256(copy)).isEqualTo(found.facts().sha256());
    }
    assertThat(copy).doesNotExist();
    assertThat(copy.getParent()).doesNotExist();
  }
}
