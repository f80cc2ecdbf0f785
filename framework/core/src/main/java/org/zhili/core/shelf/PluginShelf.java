package org.zhili.core.shelf;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plug-ins a town was given as files, put in and taken out while it runs.
 *
 * <p>A new version is tried beside the old one, which leaves only when the new one has been
 * admitted: whatever is wrong with a file is said before anything stops. No network is used. One
 * change at a time; a caller waits for the one under way. Names are meant as people say them: the
 * symbolic name of a jar, the last words of it, or the id of a plug-in it brings.
 */
@ProviderType
public interface PluginShelf {
  /** Put in what lies in this file; what is there already in an older version is updated. */
  Outcome install(Path source);

  /**
   * Put in what lies in a file whose name tells people nothing.
   *
   * @param called what they call it, such as the name of a file that was sent
   */
  Outcome install(Path source, String called);

  /** Put in what lies in this file, in place of an older version that must be there. */
  Outcome update(Path source);

  /** Take out a plug-in; what it has stored stays. */
  Outcome remove(String name);

  /** Go back to the version that was in use before. */
  Outcome rollback(String name);

  /** All that was put in, and what was lately refused, by name. */
  List<ShelfEntry> list();

  /** Who signed what was put in, and whom the city trusts, as its files stand now. */
  ShelfTrust trust();
}
