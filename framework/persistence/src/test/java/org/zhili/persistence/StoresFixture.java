package org.zhili.persistence;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A database that is emptied before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoresFixture {
  private StoreDatabase town;

  @SuppressWarnings("NullAway.Init")
  StoresFixture() {} // JUnit fills the field

  /** An empty database. */
  abstract JdbcUrl freshUrl(Path folder);

  StoreDatabase town() {
    return town;
  }

  @BeforeAll
  void open(@TempDir Path folder) {
    town = StoreDatabase.on(freshUrl(folder));
  }

  @BeforeEach
  void empty() {
    town.empty();
  }

  @AfterAll
  void close() {
    town.close();
  }
}
