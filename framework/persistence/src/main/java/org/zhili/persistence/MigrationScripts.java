package org.zhili.persistence;

import java.net.URL;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds the migration scripts of one module, wherever its files are kept. */
@ConsumerType
@FunctionalInterface
public interface MigrationScripts {

  /**
   * List the {@code .sql} files that lie directly in a folder; none when there is no such folder.
   *
   * @param folder a path without leading and trailing slash
   */
  List<URL> in(String folder);
}
