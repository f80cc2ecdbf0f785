package org.zhili.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.ModuleSchema;
import org.zhili.data.Vendor;
import org.zhili.embedded.SetupFault.Code;
import org.zhili.persistence.Durability;
import org.zhili.persistence.NewerTables;
import org.zhili.persistence.PersistenceEngine;
import org.zhili.persistence.store.CoreSchema;

/** The tables of the town and of its modules, in the host's database. */
final class Storage implements AutoCloseable {
  private final PersistenceEngine engine;

  /** Find out what database it is; its tables are opened when they are asked for. */
  Storage(DataSource source, InstantSource clock) {
    engine = new PersistenceEngine(source, vendor(source), Durability.EVERY_SECOND, clock);
  }

  private static Vendor vendor(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      Optional<Vendor> known =
          Stream.of(Vendor.values())
              .filter(vendor -> vendor.name().equals(product.toUpperCase(Locale.ROOT)))
              .findFirst();
      return known.orElseThrow(() -> SetupFault.of(Code.STORAGE_FOREIGN, product));
    } catch (SQLException away) {
      throw SetupFault.of(Code.STORAGE_AWAY, away, String.valueOf(away.getMessage()));
    }
  }

  /** The town's own tables, brought up to date. */
  Database town() {
    return of(new CoreSchema());
  }

  /** The tables of a module, brought up to date. */
  Database of(ModuleSchema schema) {
    try {
      return engine.open(schema).database();
    } catch (NewerTables newer) {
      throw SetupFault.of(
          Code.TABLES_NEWER, newer, schema.name(), newer.version(), newer.newestKnown());
    } catch (DatabaseFailure failure) {
      String why = String.valueOf(failure.getMessage());
      throw failure.retryable()
          ? SetupFault.of(Code.STORAGE_AWAY, failure, why)
          : SetupFault.of(Code.TABLES_UNFIT, failure, schema.name(), why);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
