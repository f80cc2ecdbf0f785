package org.zhili.core.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfBookTest {
  private static final Instant NOW = Instant.parse("2026-05-11T01:00:00Z");
  private static final String NAME = "com.acme.trash-bin";

  private Path folder;
  private ShelfBook book;

  @BeforeEach
  void open(@TempDir Path temp) {
    folder = temp.resolve("shelf");
    book = new ShelfBook(folder);
  }

  /** The jar of a version holds its number, and nothing else. */
  private static String hash(String version) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(version.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static JarFacts version(String version) {
    return new JarFacts(
        NAME,
        version,
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new JarFacts.Content(hash(version), 1, List.of(), Set.of()));
  }

  private void add(String version) throws IOException {
    Path file = Files.writeString(folder.resolveSibling(version + ".jar"), version);
    book.add(version(version), file);
  }

  private Stream<String> files() throws IOException {
    return Stream.of(
        Optional.ofNullable(folder.resolve(NAME).toFile().list()).orElse(new String[0]));
  }

  @Test
  void what_is_written_is_found_by_whoever_opens_the_book_next() throws IOException {
    add("1.0.0");
    Shelved first = Shelved.first(version("1.0.0"), "/media/中文 stick/a=b.jar", NOW);
    book.write(first);
    add("1.1.0");
    Shelved second = first.followedBy(version("1.1.0"), "deploy/b.jar", NOW.plusSeconds(1));
    book.write(second);

    assertThat(new ShelfBook(folder).all()).containsExactly(second);
    assertThat(second.before()).contains(first.current());
    assertThat(files()).containsExactlyInAnyOrder("1.0.0.jar", "1.1.0.jar", "plug-in.properties");
    assertThat(Files.readString(book.jar(NAME, second.current()))).isEqualTo("1.1.0");
  }

  @Test
  void jars_that_no_state_names_are_dropped() throws IOException {
    add("1.0.0");
    Shelved first = Shelved.first(version("1.0.0"), "a.jar", NOW);
    book.write(first);
    add("1.1.0");
    book.tidy(NAME);
    assertThat(files()).containsExactlyInAnyOrder("1.0.0.jar", "plug-in.properties");

    add("1.1.0");
    Shelved second = first.followedBy(version("1.1.0"), "a.jar", NOW);
    book.write(second);
    Shelved back = second.backTo(first.current(), NOW);
    book.write(back);
    assertThat(files()).containsExactlyInAnyOrder("1.0.0.jar", "plug-in.properties");
    assertThat(back.withdrawn()).contains(hash("1.1.0"));

    book.remove(NAME);
    assertThat(book.all()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_state_that_cannot_be_read_is_left_out() throws IOException {
    add("1.0.0");
    book.write(Shelved.first(version("1.0.0"), "a.jar", NOW));
    Files.writeString(folder.resolve(NAME).resolve("plug-in.properties"), "current.version=1");

    assertThat(book.all()).isEmpty();
  }
}
