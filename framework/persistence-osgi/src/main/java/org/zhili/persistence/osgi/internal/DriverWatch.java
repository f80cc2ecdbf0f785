package org.zhili.persistence.osgi.internal;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the database connected while a driver for it is there, through one driver at a time. */
final class DriverWatch
    implements ServiceTrackerCustomizer<DataSourceFactory, DataSourceFactory>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DriverWatch.class);
  private static final int PATIENCE_SECONDS = 10;

  private final BundleContext context;
  private final DatabaseSettings settings;
  private final Worker worker = new Worker();
  private final Future<?> reminder;
  private final ServiceTracker<DataSourceFactory, DataSourceFactory> drivers;
  private final AtomicReference<@Nullable ServiceReference<DataSourceFactory>> chosen =
      new AtomicReference<>();
  private volatile Optional<ConnectedDatabase> database = Optional.empty();

  private DriverWatch(BundleContext context, DatabaseSettings settings) {
    this.context = context;
    this.settings = settings;
    this.drivers = new ServiceTracker<>(context, filter(settings.url().driver()), this);
    this.reminder = worker.after(PATIENCE_SECONDS, this::remind);
  }

  static DriverWatch open(BundleContext context, DatabaseSettings settings) {
    DriverWatch watch = new DriverWatch(context, settings);
    watch.drivers.open();
    return watch;
  }

  @Override
  public @Nullable DataSourceFactory addingService(ServiceReference<DataSourceFactory> driver) {
    DataSourceFactory factory = context.getService(driver);
    if (factory != null) {
      connect(driver, factory);
    }
    return factory;
  }

  @Override
  public void modifiedService(
      ServiceReference<DataSourceFactory> driver, DataSourceFactory factory) {}

  /** Disconnect from a driver that leaves, and go on with another if there is one. */
  @Override
  public void removedService(
      ServiceReference<DataSourceFactory> driver, DataSourceFactory factory) {
    if (driver.equals(chosen.get())) {
      disconnect();
      chosen.set(null);
      for (Map.Entry<ServiceReference<DataSourceFactory>, DataSourceFactory> other :
          drivers.getTracked().entrySet()) {
        connect(other.getKey(), other.getValue());
      }
    }
    context.ungetService(driver);
  }

  /** Disconnect and watch no longer. */
  @Override
  public void close() {
    reminder.cancel(false);
    worker.close();
    drivers.close();
  }

  private void connect(ServiceReference<DataSourceFactory> driver, DataSourceFactory factory) {
    if (!chosen.compareAndSet(null, driver)) {
      return;
    }
    try {
      database = Optional.of(ConnectedDatabase.open(context, settings, factory, worker));
      reminder.cancel(false);
      LOG.info("database: {}", settings);
    } catch (SQLException | RuntimeException refused) {
      chosen.set(null);
      LOG.error(
          "the driver refuses the settings in etc/{}.cfg; correct them",
          DatabaseComponent.PID,
          refused);
    }
  }

  private void disconnect() {
    database.ifPresent(ConnectedDatabase::close);
    database = Optional.empty();
  }

  private void remind() {
    if (chosen.get() == null) {
      LOG.warn(
          "no driver service for {}: install and start the driver's bundle; if it is active already,"
              + " perhaps after a change of the Java version, delete data/cache and start again",
          settings.url().driver());
    }
  }

  private static Filter filter(String driver) {
    try {
      return FrameworkUtil.createFilter(
          "(&(objectClass="
              + DataSourceFactory.class.getName()
              + ")("
              + DataSourceFactory.OSGI_JDBC_DRIVER_CLASS
              + "="
              + driver
              + "))");
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
