package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.shelf.JarReader;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.text.Wording;

/**
 * A folder whose files are plug-ins: what is put there is put in, what is changed is updated, and
 * what is deleted is taken out, also what was deleted while the town was stopped. Each outcome is
 * told in the log. A file is taken when two looks in a row find it the same, so that one which is
 * being copied is left alone.
 */
final class DeployFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
  private static final String TAKEN = "ZL-1341";
  private static final String REFUSED = "ZL-1342";

  private final Path folder;
  private final Shelf shelf;
  private final Map<Path, State> seen = new HashMap<>();
  private final Map<Path, State> settled = new HashMap<>();

  DeployFolder(Path folder, Shelf shelf) {
    this.folder = folder.toAbsolutePath().normalize();
    this.shelf = shelf;
  }

  /** What a file looks like from outside. */
  private record State(FileTime changed, long size) {
    static State of(Path file) {
      try {
        return new State(Files.getLastModifiedTime(file), Files.size(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Look once. Whatever goes wrong, the next look finds the folder as this one did. */
  synchronized void look() {
    try {
      Files.createDirectories(folder);
      List<Path> files = files();
      takeOutWhatIsGone();
      for (Path file : files) {
        look(file);
      }
      seen.keySet().retainAll(files);
      settled.keySet().retainAll(files);
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warn("The plug-ins in {} cannot be looked at now; trying again", folder, e);
    }
  }

  private void look(Path file) throws IOException {
    State now = State.of(file);
    if (now.equals(settled.get(file))) {
      return;
    }
    if (now.equals(seen.put(file, now))) {
      settled.put(file, now);
      take(file);
    }
  }

  private void take(Path file) throws IOException {
    if (!shelf.knows(JarReader.sha256(file))) {
      tell(shelf.install(file));
    }
  }

  private void takeOutWhatIsGone() {
    for (ShelfEntry entry : shelf.list()) {
      Path source = Path.of(entry.source());
      if (folder.equals(source.getParent()) && !Files.exists(source)) {
        if (entry.state() == ShelfEntry.State.REFUSED) {
          shelf.forget(entry.source());
        } else {
          tell(shelf.remove(entry.name()));
        }
      }
    }
  }

  private static void tell(Outcome outcome) {
    boolean refused = outcome instanceof Outcome.Refused;
    for (Wording sentence : outcome.sentences()) {
      if (refused) {
        LOG.warn("{} {} / {}", REFUSED, sentence.zh(), sentence.en());
      } else {
        LOG.info("{} {} / {}", TAKEN, sentence.zh(), sentence.en());
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(DeployFolder::isPlugIn).sorted().toList();
    }
  }

  private static boolean isPlugIn(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && (name.endsWith(".jar") || name.endsWith(".kar"))
        && Files.isRegularFile(file);
  }
}
