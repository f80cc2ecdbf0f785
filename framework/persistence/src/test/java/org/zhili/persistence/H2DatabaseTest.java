package org.zhili.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The rules on an H2 file. */
class H2DatabaseTest extends DatabaseContract {

  @Override
  public JdbcUrl freshUrl() {
    return new JdbcUrl("jdbc:h2:file:" + folder().resolve("town"));
  }

  /** A folder cannot be made where a file is. */
  @Override
  public DataSource dead() {
    try {
      Path inTheWay = Files.createFile(folder().resolve("in-the-way"));
      JdbcDataSource source = new JdbcDataSource();
      source.setUrl("jdbc:h2:file:" + inTheWay.resolve("town"));
      return source;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
