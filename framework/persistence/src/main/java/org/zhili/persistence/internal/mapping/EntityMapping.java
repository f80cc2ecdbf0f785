package org.zhili.persistence.internal.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.cfg.AvailableSettings;
import org.zhili.data.DatabaseFailure;
import org.zhili.persistence.internal.failure.Failures;

/** The entities of one module, checked against their tables and ready for sessions. */
public final class EntityMapping implements AutoCloseable {

  private static final int BATCH = 100;

  private final BootstrapServiceRegistry loaders;
  private final SessionFactory sessions;

  private EntityMapping(BootstrapServiceRegistry loaders, SessionFactory sessions) {
    this.loaders = loaders;
    this.sessions = sessions;
  }

  /**
   * Map the entities of a module.
   *
   * @throws DatabaseFailure when the tables do not fit the entities
   */
  public static EntityMapping of(
      String module, List<Class<?>> entities, ClassLoader moduleLoader, DataSource source) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(EntityMapping.class.getClassLoader());
    BootstrapServiceRegistry loaders = loaders(moduleLoader);
    try {
      return new EntityMapping(
          loaders, sessions(loaders, entities, settings(moduleLoader, source)));
    } catch (RuntimeException | LinkageError failed) {
      BootstrapServiceRegistryBuilder.destroy(loaders);
      throw new DatabaseFailure(
          Failures.kindOf(failed),
          "the entities of " + module + " cannot be used: " + failed.getMessage(),
          failed);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Open sessions through this. */
  public SessionFactory sessions() {
    return sessions;
  }

  /** Forget the module's classes. */
  @Override
  public void close() {
    sessions.close();
    BootstrapServiceRegistryBuilder.destroy(loaders);
  }

  /**
   * The module's loader finds entities, ours Hibernate's own services; a thread's is never asked.
   *
   * <p>The builder's own list would be asked in random order, and ours may see an older copy of the
   * module's classes.
   */
  private static BootstrapServiceRegistry loaders(ClassLoader moduleLoader) {
    List<ClassLoader> inThisOrder = List.of(moduleLoader, EntityMapping.class.getClassLoader());
    return new BootstrapServiceRegistryBuilder()
        .applyClassLoaderService(
            new ClassLoaderServiceImpl(inThisOrder, TcclLookupPrecedence.NEVER))
        .build();
  }

  private static SessionFactory sessions(
      BootstrapServiceRegistry loaders, List<Class<?>> entities, Map<String, Object> settings) {
    StandardServiceRegistry services =
        new StandardServiceRegistryBuilder(loaders).applySettings(settings).build();
    try {
      MetadataSources sources = new MetadataSources(services);
      entities.forEach(sources::addAnnotatedClass);
      return sources.buildMetadata().buildSessionFactory();
    } catch (RuntimeException | LinkageError failed) {
      StandardServiceRegistryBuilder.destroy(services);
      throw failed;
    }
  }

  private static Map<String, Object> settings(ClassLoader moduleLoader, DataSource source) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
    settings.put(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
    settings.put(AvailableSettings.HBM2DDL_AUTO, "validate");
    settings.put(AvailableSettings.JAKARTA_VALIDATION_MODE, "none");
    settings.put(AvailableSettings.LOG_JDBC_ERRORS, false); // thrown, translated, told once
    settings.put(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    settings.put(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH);
    settings.put(AvailableSettings.ORDER_INSERTS, true);
    settings.put(AvailableSettings.ORDER_UPDATES, true);
    settings.put(AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true);
    settings.put(AvailableSettings.JSON_FORMAT_MAPPER, JsonColumns.of(moduleLoader));
    return settings;
  }
}
