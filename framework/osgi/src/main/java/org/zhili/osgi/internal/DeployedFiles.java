package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.core.shelf.JarSource;
import org.zhili.core.shelf.Shelved;

/** The files of the folder that is watched, such as may hold plug-ins. One thread at a time. */
final class DeployedFiles {
  private static final String ASIDE = ".removed";

  private final Path folder;
  private final Map<Path, Content> read = new HashMap<>();

  /**
   * @param folder absolute and normal
   */
  DeployedFiles(Path folder) {
    this.folder = folder;
  }

  /** The plug-ins that a file held when it looked like that. */
  private record Content(FileState state, Set<String> names) {}

  Path folder() {
    return folder;
  }

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

  /** Those that hold a plug-in, or gave it. A file is read again only once it has changed. */
  List<Path> of(Shelved shelved) throws IOException {
    List<Path> all = all();
    read.keySet().retainAll(all);
    return all.stream()
        .filter(
            file ->
                file.toString().equals(shelved.source()) || names(file).contains(shelved.name()))
        .toList();
  }

  private Set<String> names(Path file) {
    Optional<FileState> now = FileState.of(file);
    if (now.isEmpty()) {
      return Set.of();
    }
    Content known = read.get(file);
    return known != null && known.state().equals(now.get())
        ? known.names()
        : namesIn(file, now.get());
  }

  /** What cannot be read now may be read another time, so it is not remembered. */
  private Set<String> namesIn(Path file, FileState state) {
    try (JarSource source = JarSource.open(file, file.toString())) {
      Set<String> names =
          source.jars().stream().map(one -> one.facts().name()).collect(Collectors.toSet());
      if (source.faults().isEmpty()) {
        read.put(file, new Content(state, names));
      }
      return names;
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
