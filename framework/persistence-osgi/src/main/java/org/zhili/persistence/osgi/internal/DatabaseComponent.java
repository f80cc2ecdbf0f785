package org.zhili.persistence.osgi.internal;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the configuration: opens the database it names, and switches when it names another.
 *
 * <p>A changed configuration that makes no sense is refused, and the database in use stays.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = DatabaseComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DatabaseConfiguration.class)
public final class DatabaseComponent {

  static final String PID = "org.zhili.database";

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);

  private final BundleContext context;
  private DatabaseSettings settings;
  private DriverWatch database;

  /** Open the database that the configuration names, as soon as its driver is there. */
  @Activate
  public DatabaseComponent(BundleContext context, DatabaseConfiguration configuration) {
    this.context = context;
    this.settings = DatabaseSettings.of(configuration);
    this.database = DriverWatch.open(context, settings);
  }

  /** Switch to another database, or keep this one when the new configuration makes no sense. */
  @Modified
  void change(DatabaseConfiguration configuration) {
    DatabaseSettings wanted;
    try {
      wanted = DatabaseSettings.of(configuration);
    } catch (RuntimeException senseless) {
      LOG.warn("{}: {}; the last good configuration stays", PID, senseless.getMessage());
      return;
    }
    if (!wanted.equals(settings)) {
      LOG.info("switching the database from {} to {}", settings, wanted);
      database.close();
      settings = wanted;
      database = DriverWatch.open(context, wanted);
    }
  }

  /** Close the database. */
  @Deactivate
  void close() {
    database.close();
  }
}
