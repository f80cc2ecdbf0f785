package org.zhili.persistence.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.zhili.persistence.MigrationScripts;

/** Migration scripts that a test writes, and may correct. */
public final class TextScripts implements MigrationScripts {

  private final Path root;

  public TextScripts(Path root) {
    this.root = root;
  }

  public TextScripts with(String path, String sql) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, sql);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public List<URL> in(String folder) {
    Path directory = root.resolve(folder);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".sql")).map(TextScripts::url).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
