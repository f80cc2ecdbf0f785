package org.zhili.persistence.osgi.internal;

import java.sql.SQLException;
import java.util.Properties;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.jdbc.DataSourceFactory;
import org.zhili.core.clock.BusinessClock;
import org.zhili.data.ModuleSchema;
import org.zhili.data.SchemaCheck;
import org.zhili.persistence.ConnectionPool;
import org.zhili.persistence.JdbcUrl;
import org.zhili.persistence.PersistenceEngine;

/** A database with its pool, its engine and the modules on it. */
final class ConnectedDatabase implements AutoCloseable {

  private final ConnectionPool pool;
  private final PersistenceEngine engine;
  private final SchemaWhiteboard modules;
  private final ServiceRegistration<SchemaCheck> check;

  private ConnectedDatabase(
      BundleContext context, ConnectionPool pool, PersistenceEngine engine, Worker worker) {
    this.pool = pool;
    this.engine = engine;
    this.modules = SchemaWhiteboard.open(context, engine, worker);
    this.check = context.registerService(SchemaCheck.class, new Check(engine), null);
  }

  /**
   * Connect through a driver; the database itself may be down.
   *
   * @throws SQLException when the driver cannot make sense of the settings
   */
  static ConnectedDatabase open(
      BundleContext context, DatabaseSettings settings, DataSourceFactory driver, Worker worker)
      throws SQLException {
    JdbcUrl url = ConnectionPool.withDefaults(settings.url());
    Properties properties = new Properties();
    properties.setProperty(DataSourceFactory.JDBC_URL, url.text());
    properties.setProperty(DataSourceFactory.JDBC_USER, settings.user());
    properties.setProperty(DataSourceFactory.JDBC_PASSWORD, settings.password());
    ConnectionPool pool =
        ConnectionPool.over(driver.createDataSource(properties), settings.maxPoolSize());
    // the system's time only names backup files; the town's own clock opens after the database
    PersistenceEngine engine =
        new PersistenceEngine(
            pool.dataSource(), url.vendor(), settings.durability(), BusinessClock.system());
    return new ConnectedDatabase(context, pool, engine, worker);
  }

  private record Check(PersistenceEngine engine) implements SchemaCheck {
    @Override
    public Verdict look(ModuleSchema schema) {
      return bundled(schema).lookIn(engine);
    }

    @Override
    public Verdict prepare(ModuleSchema schema) {
      return bundled(schema).prepareIn(engine);
    }

    private static BundledSchema bundled(ModuleSchema schema) {
      return new BundledSchema(FrameworkUtil.getBundle(schema.getClass()), schema);
    }
  }

  /** Take every module its database away, let their work end, and disconnect. */
  @Override
  public void close() {
    check.unregister();
    modules.close();
    engine.close();
    pool.close();
  }
}
