package org.zhili.persistence.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.SchemaCheck.Fault;
import org.zhili.data.SchemaCheck.Verdict;
import org.zhili.data.Vendor;
import org.zhili.persistence.MigrationScripts;
import org.zhili.persistence.internal.failure.Failures;

/** Brings the tables of one module after the other to the version its scripts describe. */
public final class Migrator {

  private static final String HALF_LAID = "Unable to baseline schema history table";
  private static final int LAYING_ATTEMPTS = 100;
  private static final long LAYING_PAUSE_NANOS = 50_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
  private static final String HISTORY = "zhili_schema_";

  private final DataSource source;
  private final Vendor vendor;
  private final Backup backup;

  /**
   * How far tables are ahead of this program.
   *
   * @param version the newest script that ran on them
   * @param newestKnown the newest script this program has
   */
  public record Lead(String version, String newestKnown) {}

  public Migrator(DataSource source, Vendor vendor, InstantSource clock) {
    this.source = source;
    this.vendor = vendor;
    this.backup = new Backup(source, clock);
  }

  /** Lay out what nodes that start together take turns by; this writes to an H2 file. */
  public void layOutTurns() {
    if (vendor == Vendor.H2) {
      try {
        MigrationTurn.layOut(source);
      } catch (SQLException failed) {
        throw Failures.of(failed);
      }
    }
  }

  /**
   * Migrate while no other node does; that may take minutes to come. {@link #layOutTurns} is called
   * before.
   */
  @SuppressWarnings("try") // the turn is held, not used
  public Optional<Lead> inTurn(Supplier<Optional<Lead>> migration) {
    if (vendor != Vendor.H2) {
      return migration.get();
    }
    try (MigrationTurn turn = MigrationTurn.take(source)) {
      return migration.get();
    } catch (SQLException failed) {
      throw Failures.of(failed);
    }
  }

  /**
   * Run the scripts that have not run yet, {@link #inTurn}.
   *
   * @return what a newer program made of the tables meanwhile, if one did
   * @throws DatabaseFailure when a script fails: PostgreSQL then undoes it, H2 keeps the statements
   *     before the wrong one
   */
  public Optional<Lead> migrate(String module, String folder, MigrationScripts finder) {
    try {
      return migrate(module, flyway(module, ModuleScripts.of(module, folder, vendor, finder)));
    } catch (FlywayException failed) {
      throw new DatabaseFailure(
          Failures.kindOf(failed),
          "the tables of " + module + " cannot be migrated: " + failed.getMessage(),
          failed);
    }
  }

  private Optional<Lead> migrate(String module, Flyway flyway) {
    prepare(module, flyway);
    MigrateResult result = migratePatiently(flyway);
    if (result.migrationsExecuted > 0) {
      LOG.info("tables of {} migrated to version {}", module, result.targetSchemaVersion);
    }
    return lead(flyway.info());
  }

  /** Look whether {@link #migrate} could run; nothing is changed. */
  public Verdict look(String module, String folder, MigrationScripts finder) {
    try {
      Flyway flyway = flyway(module, ModuleScripts.of(module, folder, vendor, finder));
      return Stream.of(flyway.info().all())
          .flatMap(script -> fault(script).stream())
          .findFirst()
          .<Verdict>map(unfit -> unfit)
          .orElseGet(Verdict.Fits::new);
    } catch (FlywayException failed) {
      boolean away = Failures.kindOf(failed) != Kind.OTHER;
      String why = String.valueOf(failed.getMessage()).strip();
      return new Verdict.Unfit(away ? Fault.UNKNOWN : Fault.UNREADABLE, why);
    } catch (DatabaseFailure failed) {
      return new Verdict.Unfit(Fault.UNREADABLE, String.valueOf(failed.getMessage()));
    }
  }

  private static Optional<Verdict.Unfit> fault(MigrationInfo script) {
    return switch (script.getState()) {
      case FUTURE_SUCCESS, FUTURE_FAILED ->
          Optional.of(new Verdict.Unfit(Fault.NEWER, String.valueOf(script.getVersion())));
      case MISSING_SUCCESS, MISSING_FAILED ->
          Optional.of(new Verdict.Unfit(Fault.MISSING, String.valueOf(script.getVersion())));
      case IGNORED -> Optional.of(new Verdict.Unfit(Fault.LATE, script.getScript()));
      case SUCCESS, OUT_OF_ORDER ->
          script.isChecksumMatching()
              ? Optional.empty()
              : Optional.of(new Verdict.Unfit(Fault.CHANGED, script.getScript()));
      default -> Optional.empty(); // yet to run, or ours to begin with
    };
  }

  private static Optional<Lead> lead(MigrationInfoService info) {
    return Stream.of(info.applied())
        .filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS)
        .reduce((earlier, later) -> later)
        .map(newest -> new Lead(String.valueOf(newest.getVersion()), newestKnown(info)));
  }

  private static String newestKnown(MigrationInfoService info) {
    return Stream.of(info.all())
        .filter(one -> one.getState() == MigrationState.SUCCESS)
        .reduce((earlier, later) -> later)
        .map(newest -> String.valueOf(newest.getVersion()))
        .orElse("0");
  }

  /**
   * Migrate; another node that is just laying out the history table is given time to finish, which
   * Flyway itself does not do.
   */
  private static MigrateResult migratePatiently(Flyway flyway) {
    for (int attempt = 1; ; attempt++) {
      try {
        return flyway.migrate();
      } catch (FlywayException failed) {
        String why = String.valueOf(failed.getMessage());
        if (!why.contains(HALF_LAID) || attempt == LAYING_ATTEMPTS) {
          throw failed;
        }
        LockSupport.parkNanos(LAYING_PAUSE_NANOS);
      }
    }
  }

  private void prepare(String module, Flyway flyway) {
    MigrationInfoService info = flyway.info();
    if (Stream.of(info.all()).anyMatch(one -> one.getState() == MigrationState.FAILED)) {
      forgetFailedAttempt(module);
      info = flyway.info();
    }
    List<MigrationInfo> pending = List.of(info.pending());
    boolean hasTables = Stream.of(info.applied()).anyMatch(one -> one.getScript().endsWith(".sql"));
    if (vendor == Vendor.H2 && hasTables && !pending.isEmpty()) {
      backup.before(module, String.valueOf(pending.get(pending.size() - 1).getVersion()));
    }
  }

  /**
   * Let a script that failed half-way run again, perhaps corrected; only H2 leaves such a record.
   *
   * <p>Otherwise a full disk during one start would need a person at every later one.
   */
  private void forgetFailedAttempt(String module) {
    LOG.warn("a migration of {} failed before and is tried again", module);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM \"" + HISTORY + module + "\" WHERE \"success\" = FALSE");
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException failed) {
      throw Failures.of(failed);
    }
  }

  private Flyway flyway(String module, ModuleScripts scripts) {
    return Flyway.configure(Migrator.class.getClassLoader())
        .dataSource(source)
        .table(HISTORY + module)
        .baselineOnMigrate(true) // other modules' tables are there already
        .baselineVersion("0")
        .resourceProvider(scripts)
        .locations(new Location[0])
        .validateMigrationNaming(true)
        .placeholders(Map.of("json", jsonType()))
        .loggers("slf4j")
        .cleanDisabled(true)
        .load();
  }

  private String jsonType() {
    return switch (vendor) {
      case H2 -> "json";
      case POSTGRESQL -> "jsonb";
    };
  }
}
