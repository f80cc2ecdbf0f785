package org.zhili.core.shelf;

import java.time.Instant;
import java.util.Optional;

/**
 * What the shelf keeps of one plug-in, over restarts.
 *
 * @param name its symbolic name
 * @param before the version that was in use before, whose jar is kept for a rollback
 * @param withdrawn hash of a version that was taken back, so that the folder it still lies in does
 *     not bring it again
 */
public record Shelved(
    String name, Kept current, Optional<Kept> before, Instant since, Optional<String> withdrawn) {

  /** The first version of a plug-in. */
  public static Shelved first(JarFacts jar, String source, Instant now) {
    return new Shelved(jar.name(), kept(jar, source), Optional.empty(), now, Optional.empty());
  }

  /** A newer version takes the place of this one, which is kept. */
  public Shelved followedBy(JarFacts jar, String source, Instant now) {
    return new Shelved(name, kept(jar, source), Optional.of(current), now, withdrawn);
  }

  /** This version is taken back for an earlier one. */
  public Shelved backTo(Kept earlier, Instant now) {
    return new Shelved(name, earlier, Optional.empty(), now, Optional.of(current.sha256()));
  }

  /** The file of this version holds the one before again, so none is taken back by us. */
  public Shelved putBack(Instant now) {
    Kept earlier = before.orElseThrow();
    return new Shelved(name, earlier, Optional.empty(), now, withdrawn).nowFrom(source());
  }

  /** The file it came from is called otherwise now. */
  public Shelved nowFrom(String source) {
    Kept moved = new Kept(current.version(), current.sha256(), source);
    return new Shelved(name, moved, before, since, withdrawn);
  }

  /** The file that the version in use came from. */
  public String source() {
    return current.source();
  }

  /** Whether this content is in use, was in use before, or was taken back. */
  public boolean knows(String sha256) {
    return current.sha256().equals(sha256)
        || wasBefore(sha256)
        || withdrawn.filter(sha256::equals).isPresent();
  }

  /** Whether this content was in use before, and can be gone back to. */
  public boolean wasBefore(String sha256) {
    return before.filter(kept -> kept.sha256().equals(sha256)).isPresent();
  }

  private static Kept kept(JarFacts jar, String source) {
    return new Kept(jar.version(), jar.sha256(), source);
  }
}
