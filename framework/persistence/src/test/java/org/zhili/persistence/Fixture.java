package org.zhili.persistence;

import java.nio.file.Path;
import javax.sql.DataSource;

/** What each group of rules needs from the class that runs it on one product. */
interface Fixture {

  /** An empty database. */
  JdbcUrl freshUrl();

  /** A source of connections to where no database answers. */
  DataSource dead();

  /** A town over an empty database, closed after the test. */
  Town town();

  /** An empty folder of this test. */
  Path folder();
}
