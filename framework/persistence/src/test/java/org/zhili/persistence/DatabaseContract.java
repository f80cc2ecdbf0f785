package org.zhili.persistence;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** All rules that hold on both products, grouped by what they are about. */
abstract class DatabaseContract
    implements TransactionRules, EntityRules, SqlRules, MigrationRules, LeavingRules {

  private Town town;
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  DatabaseContract() {} // JUnit fills the fields

  @BeforeEach
  void open(@TempDir Path empty) {
    folder = empty;
    town = Town.on(freshUrl());
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Override
  public Town town() {
    return town;
  }

  @Override
  public Path folder() {
    return folder;
  }
}
