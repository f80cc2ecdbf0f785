package org.zhili.core.shelf;

import java.time.Instant;
import java.util.Optional;

/**
 * What the shelf keeps of one plug-in, over restarts.
 *
 * @param name its symbolic name
 * @param before the version that was in use before, whose jar is kept for a rollback
 * @param source the file it came from
 * @param withdrawn hash of a version that was taken back, so that the folder it still lies in does
 *     not bring it again
 */
public record Shelved(
    String name,
    Kept current,
    Optional<Kept> before,
    String source,
    Instant since,
    Optional<String> withdrawn) {

  /** The first version of a plug-in. */
  public static Shelved first(JarFacts jar, String source, Instant now) {
    return new Shelved(jar.name(), kept(jar), Optional.empty(), source, now, Optional.empty());
  }

  /** A newer version takes the place of this one, which is kept. */
  public Shelved followedBy(JarFacts jar, String from, Instant now) {
    return new Shelved(name, kept(jar), Optional.of(current), from, now, withdrawn);
  }

  /** This version is taken back for an earlier one. */
  public Shelved backTo(Kept earlier, Instant now) {
    return new Shelved(name, earlier, Optional.empty(), source, now, Optional.of(current.sha256()));
  }

  private static Kept kept(JarFacts jar) {
    return new Kept(jar.version(), jar.sha256());
  }
}
