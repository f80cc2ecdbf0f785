package org.zhili.persistence;

import java.nio.file.Path;

/** The stores of messages and timers on an H2 file. */
class H2IngestStoresTest extends IngestStoresContract {
  @Override
  JdbcUrl freshUrl(Path folder) {
    return new JdbcUrl("jdbc:h2:file:" + folder.resolve("town"));
  }
}
