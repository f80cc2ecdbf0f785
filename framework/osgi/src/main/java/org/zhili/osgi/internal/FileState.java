package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a file looks like from outside: another content shows in one of these. */
record FileState(FileTime changed, long size) {

  /**
   * Empty when there is no such file. A disk that fails is thrown as {@link UncheckedIOException}.
   */
  static Optional<FileState> of(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return seen.isRegularFile()
          ? Optional.of(new FileState(seen.lastModifiedTime(), seen.size()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of those files in a folder that are meant; it may be missing. */
  static Map<Path, FileState> in(Path folder, Predicate<Path> meant) throws IOException {
    Map<Path, FileState> states = new HashMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(meant).forEach(file -> of(file).ifPresent(state -> states.put(file, state)));
      }
    }
    return Map.copyOf(states);
  }
}
