package org.zhili.osgi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.text.Wording;

/**
 * A folder whose files are plug-ins: what is put there is put in, what is changed is updated, and
 * what is deleted is taken out, also what was deleted while the town was stopped. Each outcome is
 * told in the log.
 *
 * <p>A file is taken when two looks in a row find it the same, so that one which is being copied is
 * left alone, and taken out when two looks miss it. One that was refused is tried again when what
 * it may have lacked has come: another plug-in, room, or a vendor's certificate. Nothing is taken
 * out while the folder itself is away, as when its disk is not mounted; it is known by a mark.
 */
final class DeployFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
  private static final String TAKEN = "ZL-1341";
  private static final String REFUSED = "ZL-1342";
  private static final String AWAY = "ZL-1345";
  private static final String MARK = ".zhili";

  private final DeployedFiles deployed;
  private final Shelf shelf;
  private final Map<Path, FileState> seen = new HashMap<>();
  private final Map<Path, Tried> tried = new HashMap<>();
  private Set<Path> missed = Set.of();
  private boolean away;

  DeployFolder(Path folder, Shelf shelf) {
    this.deployed = new DeployedFiles(folder.toAbsolutePath().normalize());
    this.shelf = shelf;
  }

  /** What came of a file as it is, under which circumstances. */
  private record Tried(FileState state, Outcome outcome, Shelf.Circumstances circumstances) {
    boolean holds(FileState now, Shelf.Circumstances here) {
      return state.equals(now) && circumstances.equals(here);
    }
  }

  /** Look once. Whatever goes wrong, the next look finds the folder as this one did. */
  synchronized void look() {
    try {
      List<Path> files = deployed.all();
      for (Path file : files) {
        Optional<FileState> state = FileState.of(file);
        if (state.isPresent()) {
          look(file, state.get());
        }
      }
      seen.keySet().retainAll(files);
      tried.keySet().retainAll(files);
      takeOutWhatIsGone();
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warn("The plug-ins in {} cannot be looked at now; trying again", deployed.folder(), e);
    }
  }

  private void look(Path file, FileState now) throws IOException {
    boolean settled = now.equals(seen.put(file, now));
    Optional<Tried> last = Optional.ofNullable(tried.get(file));
    Shelf.Circumstances here = shelf.circumstances(now.size());
    if (settled && last.filter(one -> one.holds(now, here)).isEmpty()) {
      Outcome outcome = shelf.follow(file);
      tried.put(file, new Tried(now, outcome, here));
      if (last.filter(one -> one.outcome().equals(outcome)).isEmpty()) {
        tell(outcome);
      }
    }
  }

  private void takeOutWhatIsGone() {
    Set<Path> gone =
        shelf.list().stream()
            .filter(entry -> entry.state() != ShelfEntry.State.REFUSED)
            .map(entry -> Path.of(entry.source()))
            .filter(file -> deployed.isWatched(file) && Files.notExists(file))
            .collect(Collectors.toSet());
    if (isAway(gone)) {
      missed = Set.of();
      return;
    }
    gone.stream().filter(missed::contains).forEach(file -> tell(shelf.takeOutWithFile(file)));
    missed = new HashSet<>(gone);
  }

  /** A folder without our mark is another one, unless it has all that came from it. */
  private boolean isAway(Set<Path> gone) {
    Path mark = deployed.folder().resolve(MARK);
    if (Files.exists(mark)) {
      away = false;
    } else if (gone.isEmpty()) {
      mark(mark);
      away = false;
    } else if (!away) {
      away = true;
      Wording said = ShelfWords.say("deploy-away", deployed.folder().toString());
      LOG.warn("{} {} / {}", AWAY, said.zh(), said.en());
    }
    return away;
  }

  /** A folder that cannot be written to has no mark, so nothing is ever taken out for it. */
  private void mark(Path mark) {
    Wording meaning = ShelfWords.say("deploy-mark");
    try {
      Files.createDirectories(deployed.folder());
      Files.writeString(mark, meaning.zh() + "\n" + meaning.en() + "\n");
    } catch (IOException e) {
      LOG.debug("{} cannot be marked", deployed.folder(), e);
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
}
