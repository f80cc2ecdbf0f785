package org.zhili.core.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * One plug-in of the shelf as it stands.
 *
 * @param name the symbolic name of its jar, or the name of a file that could not be read
 * @param version empty when that could not be read
 * @param brings ids of the plug-ins in it
 * @param why what makes it stand where it stands; a sentence each, and at least one
 * @param source the file it came from
 * @param since when it was put in, or refused
 * @param before the version a rollback leads to
 */
public record ShelfEntry(
    String name,
    String version,
    State state,
    List<String> brings,
    List<Wording> why,
    String source,
    Instant since,
    Optional<String> before) {
  public ShelfEntry {
    brings = List.copyOf(brings);
    why = List.copyOf(why);
  }

  /** Where it stands. */
  public enum State {
    /** It does its work. */
    IN_USE,
    /** It is put in, and does nothing for now. */
    IDLE,
    /** It was put in, and is not let run any more; a person must do something. */
    KEPT_OUT,
    /** It was not put in. */
    REFUSED
  }

  /** Whether somebody who says this may mean this one. */
  public boolean isCalled(String said) {
    String wanted = plain(said);
    return plain(name).equals(wanted)
        || plain(name).endsWith("." + wanted)
        || brings.contains(said)
        || fileName().equals(said)
        || plain(fileName()).startsWith(wanted + ".");
  }

  private String fileName() {
    return source.substring(source.lastIndexOf('/') + 1);
  }

  /** In a name a dash, an underscore and a dot are one. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '.').replace('_', '.');
  }
}
