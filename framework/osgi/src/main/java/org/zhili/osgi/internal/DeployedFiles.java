package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.zhili.core.shelf.JarSource;
import org.zhili.core.shelf.Shelved;

/**
 * The files of the folder that is watched, such as may hold plug-ins.
 *
 * @param folder absolute and normal
 */
record DeployedFiles(Path folder) {
  private static final String ASIDE = ".removed";

  /** All of them, in a fixed order. */
  List<Path> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> isWatched(file) && Files.isRegularFile(file)).sorted().toList();
    }
  }

  /** Whether a file, there or not, would be one of them. */
  boolean isWatched(Path file) {
    String name = String.valueOf(file.getFileName());
    return folder.equals(file.getParent())
        && !name.startsWith(".")
        && (name.endsWith(".jar") || name.endsWith(".kar"));
  }

  /** Those that hold a plug-in, or gave it. */
  List<Path> of(Shelved shelved) throws IOException {
    return all().stream()
        .filter(file -> file.toString().equals(shelved.source()) || holds(file, shelved.name()))
        .toList();
  }

  private static boolean holds(Path file, String name) {
    try (JarSource source = JarSource.open(file, file.toString())) {
      return source.jars().stream().anyMatch(found -> found.facts().name().equals(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Call it so that it is watched no more; its new name. */
  static Path setAside(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ASIDE);
    return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
  }
}
