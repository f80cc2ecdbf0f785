package org.zhili.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** The rules on a real PostgreSQL that synchronises every commit. */
@ExtendWith(RunningPostgres.class)
class PostgresDatabaseTest extends DatabaseContract implements SideBySideRules {

  @Override
  public JdbcUrl freshUrl() {
    return RunningPostgres.fresh();
  }

  @Override
  public DataSource dead() {
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl("jdbc:postgresql://127.0.0.1:" + gone.getLocalPort() + "/town");
      return source;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
