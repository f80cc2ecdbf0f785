package org.zhili.persistence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.ModuleSchema;
import org.zhili.data.SchemaCheck;
import org.zhili.data.Vendor;
import org.zhili.persistence.internal.durability.CommitSync;
import org.zhili.persistence.internal.durability.SettingsCheck;
import org.zhili.persistence.internal.durability.WriteTurn;
import org.zhili.persistence.internal.mapping.EntityMapping;
import org.zhili.persistence.internal.migration.ClassPathScripts;
import org.zhili.persistence.internal.migration.Migrator;
import org.zhili.persistence.internal.migration.Migrator.Lead;
import org.zhili.persistence.internal.transaction.ModuleDatabase;
import org.zhili.persistence.internal.transaction.Transactions;

/**
 * Opens the schemas of modules on one database, and lets their work share transactions.
 *
 * <p>Schemas are opened one after the other, also when several threads ask; they are used and
 * closed independently. A schema that cannot be opened leaves all others as they are. The engine
 * does not own the data source: close the engine first, then the source.
 */
public final class PersistenceEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PersistenceEngine.class);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,20}");
  private static final Duration OPENING_LIMIT = Duration.ofSeconds(10);

  private final DataSource source;
  private final Vendor vendor;
  private final SettingsCheck settings;
  private final Migrator migrator;
  private final WriteTurn turn;
  private final CommitSync sync;
  private final Transactions transactions;
  private final Map<String, OpenSchema> schemas = new ConcurrentHashMap<>();
  private final ReentrantLock opening = new ReentrantLock();
  private volatile boolean closed;

  /**
   * Lay an engine over a source of connections; nothing is connected yet.
   *
   * @param clock gives the time in the names of backups
   */
  public PersistenceEngine(
      DataSource source, Vendor vendor, Durability durability, InstantSource clock) {
    this.source = source;
    this.vendor = vendor;
    this.settings = new SettingsCheck(source, vendor, durability);
    this.migrator = new Migrator(source, vendor, clock);
    this.turn = WriteTurn.of(vendor);
    this.sync = CommitSync.of(vendor, durability, source, turn);
    this.transactions = new Transactions(source, turn, sync);
  }

  /** Open a schema whose scripts and entities are found by the schema's own class loader. */
  public OpenSchema open(ModuleSchema schema) {
    ClassLoader loader = schema.getClass().getClassLoader();
    return open(schema, loader == null ? ClassLoader.getSystemClassLoader() : loader);
  }

  /** Open a schema whose scripts and entities are found by a class loader. */
  public OpenSchema open(ModuleSchema schema, ClassLoader loader) {
    return open(schema, loader, new ClassPathScripts(loader));
  }

  /**
   * Bring a module's tables up to date and build what its {@code Database} needs.
   *
   * <p>Takes tens of milliseconds, the first schema seconds, plus the migrations. On an H2 file a
   * backup is taken before the tables of a module that already has some are changed.
   *
   * <p>On H2 backup and migrations are a writer's turn, however long they take: this waits up to 10
   * s for those who write, and whoever wants to write meanwhile waits up to 10 s and then fails
   * with {@link Kind#UNAVAILABLE}. Before that this may wait five minutes for another node's
   * migration, while others write. On PostgreSQL others go on writing, as far as the scripts let
   * them.
   *
   * @throws DatabaseFailure when the database is away or others write for too long ({@link
   *     Kind#UNAVAILABLE}), a schema of this name is open ({@link Kind#CONFLICT}), or a script or
   *     the mapping is wrong ({@link Kind#OTHER}), also {@link NewerTables}
   */
  public OpenSchema open(ModuleSchema schema, ClassLoader loader, MigrationScripts scripts) {
    String name = checkedName(schema);
    opening.lock();
    try {
      if (closed) {
        throw closedFailure();
      }
      if (schemas.containsKey(name)) {
        throw new DatabaseFailure(
            Kind.CONFLICT, "a schema called " + name + " is open already", null);
      }
      Optional<Lead> lead = bringUpToDate(name, schema, scripts);
      EntityMapping mapping = mapping(name, schema, loader, lead);
      OpenSchema open = new Opened(name, mapping);
      schemas.put(name, open);
      if (closed) { // the wait of close() ran out while this one was migrating
        open.close();
        throw closedFailure();
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  /**
   * Look whether a module's tables can be brought up to date; nothing is changed.
   *
   * <p>Waits for schemas that are being opened.
   *
   * @param scripts finds what {@link #open} would run
   */
  public SchemaCheck.Verdict look(ModuleSchema schema, MigrationScripts scripts) {
    opening.lock();
    try {
      return migrator.look(checkedName(schema), schema.migrations(), scripts);
    } finally {
      opening.unlock();
    }
  }

  /**
   * Bring a module's tables up to date, and see whether its entities fit them, while an earlier
   * version of the schema may be open.
   *
   * @throws DatabaseFailure as {@link #open} does, but for a schema of this name
   */
  public void prepare(ModuleSchema schema, ClassLoader loader, MigrationScripts scripts) {
    String name = checkedName(schema);
    opening.lock();
    try {
      mapping(name, schema, loader, bringUpToDate(name, schema, scripts)).close();
    } finally {
      opening.unlock();
    }
  }

  /** Others go on writing while this waits for another node's migration, and not during its own. */
  private Optional<Lead> bringUpToDate(String name, ModuleSchema schema, MigrationScripts scripts) {
    alone(
        () -> {
          settings.check();
          migrator.layOutTurns();
          return Optional.empty();
        });
    return migrator.inTurn(() -> alone(() -> migrator.migrate(name, schema.migrations(), scripts)));
  }

  /** Nobody writes meanwhile: check, migrations and the backup before them write to an H2 file. */
  private Optional<Lead> alone(Supplier<Optional<Lead>> work) {
    turn.take();
    try {
      return work.get();
    } finally {
      turn.pass();
    }
  }

  /** The previous version must run on newer tables, so whether they fit is what counts. */
  private EntityMapping mapping(
      String name, ModuleSchema schema, ClassLoader loader, Optional<Lead> lead) {
    try {
      EntityMapping mapping =
          EntityMapping.of(name, List.copyOf(schema.entities()), loader, source);
      lead.ifPresent(
          ahead ->
              LOG.warn(
                  "the tables of {} are of version {}, newer than {}, the newest this program"
                      + " knows; it goes on, since they fit",
                  name,
                  ahead.version(),
                  ahead.newestKnown()));
      return mapping;
    } catch (DatabaseFailure failure) {
      if (lead.isPresent() && !failure.retryable()) {
        throw new NewerTables(name, lead.get().version(), lead.get().newestKnown(), failure);
      }
      throw failure;
    }
  }

  /** Close every schema that is still open; one that is being opened has 10 s to finish. */
  @Override
  public void close() {
    closed = true;
    boolean quiet = awaitOpening();
    try {
      List.copyOf(schemas.values()).forEach(OpenSchema::close);
    } finally {
      if (quiet) {
        opening.unlock();
      }
    }
    sync.close();
  }

  private boolean awaitOpening() {
    try {
      if (opening.tryLock(OPENING_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      LOG.warn("a schema is still being opened or migrated; the database is closed under it");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static DatabaseFailure closedFailure() {
    return new DatabaseFailure(Kind.UNAVAILABLE, "the database has been closed", null);
  }

  private static String checkedName(ModuleSchema schema) {
    String name = schema.name();
    if (!NAME.matcher(name).matches()) {
      throw new DatabaseFailure(
          Kind.OTHER,
          "a schema cannot be called '" + name + "'; its name must match " + NAME.pattern(),
          null);
    }
    return name;
  }

  private final class Opened implements OpenSchema {

    private final String name;
    private final EntityMapping mapping;
    private final ModuleDatabase database;

    Opened(String name, EntityMapping mapping) {
      this.name = name;
      this.mapping = mapping;
      this.database = new ModuleDatabase(name, mapping.sessions(), transactions, vendor);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public ModuleDatabase database() {
      return database;
    }

    @Override
    public void close() {
      if (schemas.remove(name, this)) {
        database.close();
        mapping.close();
      }
    }
  }
}
