package org.zhili.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a fixed number of connections open, and opens them again after the database was away.
 *
 * <p>It may be opened while the database is down. Whoever asks for a connection waits 5 s at most.
 */
public final class ConnectionPool implements AutoCloseable {

  /**
   * A migration needs three connections at once, its turn among the nodes one more, and the
   * checkpoint timer one.
   */
  public static final int SMALLEST = 5;

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SUSPICIOUSLY_LONG = Duration.ofMinutes(1);

  private final HikariDataSource connections;

  private ConnectionPool(HikariConfig config, int size) {
    if (size < SMALLEST) {
      throw new IllegalArgumentException(
          "a pool of " + size + " connections is too small; give it at least " + SMALLEST);
    }
    config.setPoolName("zhili");
    config.setMaximumPoolSize(size);
    config.setAutoCommit(false);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setLeakDetectionThreshold(SUSPICIOUSLY_LONG.toMillis());
    this.connections = new HikariDataSource(config);
  }

  /** Open a pool with a driver found on the class path; the url gets its defaults. */
  public static ConnectionPool open(JdbcUrl url, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(withDefaults(url).text());
    config.setUsername(user);
    config.setPassword(password);
    return new ConnectionPool(config, size);
  }

  /** Open a pool over a source of physical connections, made with {@link #withDefaults}. */
  public static ConnectionPool over(DataSource physical, int size) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(physical);
    return new ConnectionPool(config, size);
  }

  /** Add the defaults to a url and say in the log which. */
  public static JdbcUrl withDefaults(JdbcUrl url) {
    JdbcUrl complete = url.withDefaults();
    if (!complete.equals(url)) {
      LOG.info("database url completed with {}", complete.settingsBeyond(url));
    }
    return complete;
  }

  /** Hand out connections of this pool. */
  public DataSource dataSource() {
    return connections;
  }

  /** Close every connection, also those in use. */
  @Override
  public void close() {
    connections.close();
  }
}
