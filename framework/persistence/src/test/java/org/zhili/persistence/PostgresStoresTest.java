package org.zhili.persistence;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stores on a real PostgreSQL that synchronises every commit. */
@ExtendWith(RunningPostgres.class)
class PostgresStoresTest extends StoresContract {
  @Override
  JdbcUrl freshUrl(Path folder) {
    return RunningPostgres.fresh();
  }
}
