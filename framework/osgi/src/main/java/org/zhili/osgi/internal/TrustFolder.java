package org.zhili.osgi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.TrustedVendors;
import org.zhili.text.Wording;

/** The folder with the certificates of those the city trusts, as it is watched. One thread. */
final class TrustFolder {
  private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);
  private static final String AWAY = "ZL-1346";

  private final Path folder;
  private Map<Path, FileState> seen = Map.of();
  private boolean changed;
  private boolean away;

  TrustFolder(Path folder) {
    this.folder = folder;
  }

  /** Its certificates; none while it is missing. */
  Map<Path, FileState> certificates() throws IOException {
    return FileState.in(folder, TrustedVendors::isCertificate);
  }

  /** Take what is there for known. */
  void getToKnow() throws IOException {
    seen = certificates();
    changed = false;
  }

  /**
   * Whether others are trusted now. That counts once two looks in a row find it, as a certificate
   * may be being written; and a folder that was there and is missing cannot be looked at, as its
   * share may not be mounted.
   */
  boolean hasChanged() throws IOException {
    if (!Files.isDirectory(folder)) {
      tellAway();
      return false;
    }
    away = false;
    Map<Path, FileState> now = certificates();
    boolean settled = now.equals(seen);
    boolean counts = settled && changed;
    seen = now;
    changed = !settled;
    return counts;
  }

  private void tellAway() {
    if (!away && !seen.isEmpty()) {
      Wording said = ShelfWords.say("vendors-away", folder.toString());
      LOG.warn("{} {} / {}", AWAY, said.zh(), said.en());
    }
    away = true;
  }
}
