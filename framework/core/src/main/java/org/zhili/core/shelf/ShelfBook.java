package org.zhili.core.shelf;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shelf on disk: a folder for each plug-in, with the jars of its versions and a file that says
 * which of them is in use. That file is replaced as a whole, so a town that is killed at any moment
 * finds either the old state or the new one.
 *
 * <p>One thread at a time. A disk that fails is thrown as {@link UncheckedIOException}.
 */
public final class ShelfBook {
  private static final Logger LOG = LoggerFactory.getLogger(ShelfBook.class);
  private static final String FILE = "plug-in.properties";

  private final Path folder;

  public ShelfBook(Path folder) {
    this.folder = folder;
  }

  /** All plug-ins, by name. */
  public List<Shelved> all() {
    List<Shelved> all = new ArrayList<>();
    for (Path place : children(folder)) {
      read(place).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(Shelved::name));
    return all;
  }

  public Optional<Shelved> find(String name) {
    return read(folder.resolve(name));
  }

  /** The jar of one version. */
  public Path jar(String name, Kept version) {
    return jar(name, version.version());
  }

  private Path jar(String name, String version) {
    return folder.resolve(name).resolve(version + ".jar");
  }

  /** Copy a jar onto the shelf; it is not in use yet. */
  public Path add(JarFacts jar, Path file) {
    Path kept = jar(jar.name(), jar.version());
    try {
      Files.createDirectories(kept.getParent());
      Path part = kept.resolveSibling(kept.getFileName() + ".part");
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      if (!JarReader.sha256(part).equals(jar.sha256())) {
        Files.delete(part);
        throw new IOException(file + " changed while it was read");
      }
      Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Put a state in force, and drop the jars that it does not name. */
  public void write(Shelved state) {
    Properties lines = new Properties();
    put(lines, "current", state.current());
    state.before().ifPresent(kept -> put(lines, "before", kept));
    state.withdrawn().ifPresent(hash -> lines.setProperty("withdrawn", hash));
    lines.setProperty("since", state.since().toString());
    Path file = folder.resolve(state.name()).resolve(FILE);
    Path part = file.resolveSibling(FILE + ".part");
    try {
      Files.createDirectories(file.getParent());
      try (Writer out = Files.newBufferedWriter(part)) {
        lines.store(out, null);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tidy(state.name());
  }

  private static void put(Properties lines, String key, Kept kept) {
    lines.setProperty(key + ".version", kept.version());
    lines.setProperty(key + ".sha256", kept.sha256());
    lines.setProperty(key + ".source", kept.source());
  }

  /** Drop what the state of a plug-in does not name: all of it, when there is none. */
  public void tidy(String name) {
    Optional<Shelved> state = find(name);
    List<Path> wanted =
        Stream.concat(state.stream().map(Shelved::current), state.flatMap(Shelved::before).stream())
            .map(kept -> jar(name, kept))
            .toList();
    Path place = folder.resolve(name);
    for (Path file : children(place)) {
      if (!wanted.contains(file) && !(state.isPresent() && file.endsWith(FILE))) {
        drop(file);
      }
    }
    if (state.isEmpty()) {
      drop(place);
    }
  }

  /** Forget a plug-in and drop its jars. */
  public void remove(String name) {
    drop(folder.resolve(name).resolve(FILE));
    tidy(name);
  }

  /** A file that cannot be dropped now (some systems keep open ones) is dropped another time. */
  private static void drop(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("{} stays for now", file, e);
    }
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Shelved> read(Path place) {
    Path file = place.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
      return kept(lines, "current")
          .map(
              current ->
                  new Shelved(
                      String.valueOf(place.getFileName()),
                      current,
                      kept(lines, "before"),
                      Instant.parse(lines.getProperty("since", "")),
                      Optional.ofNullable(lines.getProperty("withdrawn"))));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      LOG.error("{} cannot be read, so its plug-in is left out; install it again", file, e);
      return Optional.empty();
    }
  }

  private static Optional<Kept> kept(Properties lines, String key) {
    String version = lines.getProperty(key + ".version");
    String sha256 = lines.getProperty(key + ".sha256");
    return version == null || sha256 == null
        ? Optional.empty()
        : Optional.of(new Kept(version, sha256, lines.getProperty(key + ".source", "?")));
  }
}
