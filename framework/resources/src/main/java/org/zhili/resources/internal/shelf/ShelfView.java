package org.zhili.resources.internal.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.text.Wording;

/**
 * A plug-in of the shelf.
 *
 * @param brings ids of the plug-ins in it
 * @param why what makes it stand where it stands, a sentence each
 * @param source name of the file it came from, without the folder it lay in
 * @param since when it was put in, or refused
 * @param before the version a rollback leads to
 */
record ShelfView(
    String name,
    String version,
    ShelfEntry.State state,
    List<String> brings,
    List<Wording> why,
    String source,
    Instant since,
    Optional<String> before) {

  static ShelfView of(ShelfEntry entry) {
    String source = entry.source();
    return new ShelfView(
        entry.name(),
        entry.version(),
        entry.state(),
        entry.brings(),
        entry.why(),
        source.substring(source.lastIndexOf('/') + 1),
        entry.since(),
        entry.before());
  }
}
