package org.zhili.persistence.internal.durability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.Vendor;
import org.zhili.persistence.Durability;
import org.zhili.persistence.internal.failure.Failures;

/** Looks once, at the first contact, whether the database is set so that it keeps its promises. */
public final class SettingsCheck {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);

  private final DataSource source;
  private final Vendor vendor;
  private final Durability durability;
  private final AtomicBoolean done = new AtomicBoolean();

  public SettingsCheck(DataSource source, Vendor vendor, Durability durability) {
    this.source = source;
    this.vendor = vendor;
    this.durability = durability;
  }

  /**
   * Connect, and at the first success check the settings.
   *
   * @throws DatabaseFailure when there is no connection, or the settings make work impossible
   */
  public void check() {
    try (Connection connection = source.getConnection()) {
      if (!done.get()) {
        check(connection);
        done.set(true);
      }
    } catch (SQLException away) {
      throw Failures.noConnection(away);
    }
  }

  private void check(Connection connection) {
    try {
      requireVendor(connection);
      switch (vendor) {
        case H2 -> new H2Settings(source, durability).check(connection);
        case POSTGRESQL -> new PostgresSettings().weaknesses(connection).forEach(LOG::warn);
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException failed) {
      throw Failures.of(failed);
    }
  }

  private void requireVendor(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    if (!product.toUpperCase(Locale.ROOT).equals(vendor.name())) {
      throw new DatabaseFailure(
          Kind.OTHER, "the data source leads to " + product + ", not to " + vendor, null);
    }
  }
}
