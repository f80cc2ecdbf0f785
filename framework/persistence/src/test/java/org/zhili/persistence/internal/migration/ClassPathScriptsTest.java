package org.zhili.persistence.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathScriptsTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  ClassPathScriptsTest() {} // JUnit fills the folder

  @Test
  void scripts_are_found_in_folders() throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("a folder/db/shop"));
    Files.writeString(scripts.resolve("V1__开店.sql"), "create 表");
    Files.writeString(scripts.resolve("readme.txt"), "no script");
    Files.createDirectories(scripts.resolve("h2"));
    try (URLClassLoader loader = loader(folder.resolve("a folder"))) {
      assertThat(read(loader, "db/shop")).containsExactly("create 表");
      assertThat(read(loader, "db/other")).isEmpty();
    }
  }

  @Test
  void scripts_are_found_in_jars_and_only_in_the_folder_itself() throws IOException {
    Path jar =
        jar(
            "db/",
            "db/shop/",
            "db/shop/V1__one.sql",
            "db/shop/V2__two.sql",
            "db/shop/h2/",
            "db/shop/h2/V3__three.sql",
            "db/shopping/",
            "db/shopping/V4__four.sql");
    try (URLClassLoader loader = loader(jar)) {
      assertThat(read(loader, "db/shop"))
          .containsExactlyInAnyOrder("db/shop/V1__one.sql", "db/shop/V2__two.sql");
      assertThat(read(loader, "db/shop/h2")).containsExactly("db/shop/h2/V3__three.sql");
    }
  }

  @Test
  void an_exchanged_jar_is_read_anew() throws IOException {
    Path first = jar("db/shop/", "db/shop/V1__one.sql");
    try (URLClassLoader loader = loader(first)) {
      assertThat(read(loader, "db/shop")).hasSize(1);
    }
    Path second = jar("db/shop/", "db/shop/V1__one.sql", "db/shop/V2__two.sql");
    assertThat(second).isEqualTo(first);
    try (URLClassLoader loader = loader(second)) {
      assertThat(read(loader, "db/shop")).hasSize(2);
    }
  }

  private static List<String> read(ClassLoader loader, String place) {
    return new ClassPathScripts(loader).in(place).stream().map(ClassPathScriptsTest::text).toList();
  }

  private static String text(URL script) {
    try (Reader reader = new Script(script).read()) {
      StringBuilder text = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        text.append((char) c);
      }
      return text.toString();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Each entry contains its own name. */
  private Path jar(String... entries) throws IOException {
    Path file = folder.resolve("shop.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (String entry : entries) {
        jar.putNextEntry(new JarEntry(entry));
        if (!entry.endsWith("/")) {
          jar.write(entry.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return file;
  }

  private static URLClassLoader loader(Path place) throws IOException {
    return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
  }
}
