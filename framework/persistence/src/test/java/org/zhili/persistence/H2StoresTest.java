package org.zhili.persistence;

import java.nio.file.Path;

/** The stores on an H2 file. */
class H2StoresTest extends StoresContract {
  @Override
  JdbcUrl freshUrl(Path folder) {
    return new JdbcUrl("jdbc:h2:file:" + folder.resolve("town"));
  }
}
