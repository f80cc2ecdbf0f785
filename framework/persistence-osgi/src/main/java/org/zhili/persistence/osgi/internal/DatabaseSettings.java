package org.zhili.persistence.osgi.internal;

import org.zhili.persistence.ConnectionPool;
import org.zhili.persistence.Durability;
import org.zhili.persistence.JdbcUrl;

/** A configuration that makes sense. */
record DatabaseSettings(
    JdbcUrl url, String user, String password, int maxPoolSize, Durability durability) {

  /**
   * Check a configuration.
   *
   * @throws RuntimeException with a sentence for the administrator when it makes no sense; when a
   *     value cannot be converted it is the framework's own
   */
  static DatabaseSettings of(DatabaseConfiguration configuration) {
    int size = configuration.maxPoolSize();
    if (size < ConnectionPool.SMALLEST) {
      throw new IllegalArgumentException(
          "maxPoolSize = " + size + " is too small; give at least " + ConnectionPool.SMALLEST);
    }
    return new DatabaseSettings(
        new JdbcUrl(configuration.url()),
        configuration.user(),
        configuration.password(),
        size,
        Durability.of(configuration.durable()));
  }

  /** Leaves out the password, and the url, which may hold one. */
  @Override
  public String toString() {
    return url.vendor() + " as " + user;
  }
}
