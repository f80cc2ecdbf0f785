package org.zhili.osgi.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.core.shelf.JarFacts;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfEntry;

/** What was lately refused, so that people can ask why; by the file it came from. */
final class Refusals {
  private static final int MOST = 50;

  private final Map<String, ShelfEntry> bySource =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ShelfEntry> eldest) {
          return size() > MOST;
        }
      };

  /** Take note of what came of putting in what a file holds. */
  void note(String source, Optional<JarFacts> jar, Outcome outcome, Instant now) {
    forget(source);
    if (outcome instanceof Outcome.Refused refused) {
      bySource.put(
          source,
          new ShelfEntry(
              jar.map(JarFacts::name).orElse(source.substring(source.lastIndexOf('/') + 1)),
              jar.map(JarFacts::version).orElse(""),
              ShelfEntry.State.REFUSED,
              List.of(),
              refused.sentences(),
              source,
              now,
              Optional.empty()));
    }
  }

  private void forget(String source) {
    bySource.remove(source);
  }

  /** A file that is gone, with its stick perhaps, is nobody's question any more. */
  List<ShelfEntry> all() {
    bySource.keySet().removeIf(source -> isPath(source) && Files.notExists(Path.of(source)));
    return List.copyOf(bySource.values());
  }

  /** What was sent has a name, but no place. */
  private static boolean isPath(String source) {
    return Path.of(source).isAbsolute();
  }
}
