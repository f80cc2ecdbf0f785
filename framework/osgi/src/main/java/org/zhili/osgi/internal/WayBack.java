package org.zhili.osgi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfBook;
import org.zhili.core.shelf.Shelved;

/** Leads a plug-in back to the version before. */
record WayBack(Placement placement, ShelfBook book, DeployedFiles deployed) {

  /**
   * Go back. The file the earlier version came from may have been replaced by one of another name;
   * then its jar on the shelf is its source, or it would be taken out for want of that file.
   */
  Outcome take(Shelved shelved) throws IOException {
    Outcome outcome = placement.goBack(shelved);
    book.find(shelved.name())
        .filter(now -> isMissing(Path.of(now.source())))
        .ifPresent(now -> book.write(now.nowFrom(book.jar(now.name(), now.current()).toString())));
    return outcome;
  }

  private boolean isMissing(Path source) {
    return deployed.isWatched(source) && Files.notExists(source);
  }
}
