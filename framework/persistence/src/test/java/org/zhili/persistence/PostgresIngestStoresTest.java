package org.zhili.persistence;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stores of messages and timers on a real PostgreSQL that synchronises every commit. */
@ExtendWith(RunningPostgres.class)
class PostgresIngestStoresTest extends IngestStoresContract {
  @Override
  JdbcUrl freshUrl(Path folder) {
    return RunningPostgres.fresh();
  }
}
