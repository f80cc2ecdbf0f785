package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.Vendor;
import org.zhili.persistence.modules.SampleSchema;
import org.zhili.persistence.modules.Tally;
import org.zhili.persistence.modules.TextScripts;

/** What holds on an H2 file only: nothing acknowledged is lost, and there is a way back. */
class H2FileTest {

  private static final SampleSchema SHOP = new SampleSchema("shop", List.of(), "db/shop");
  private static final String SYNC = "CHECKPOINT SYNC";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  H2FileTest() {} // JUnit fills the folder

  @Test
  void the_pool_writes_at_commit_even_when_the_url_says_otherwise() throws SQLException {
    JdbcUrl careless = new JdbcUrl("jdbc:h2:file:" + folder.resolve("town") + ";WRITE_DELAY=500");
    try (ConnectionPool pool = ConnectionPool.open(careless, "sa", "", ConnectionPool.SMALLEST);
        Connection connection = pool.dataSource().getConnection()) {
      assertThat(setting(connection, "WRITE_DELAY")).isEqualTo("0");
    }
  }

  @Test
  void a_database_that_somebody_else_opened_is_made_to_write_at_commit() throws SQLException {
    JdbcDataSource foreign = foreign("");
    try (Connection open = foreign.getConnection()) {
      assertThat(setting(open, "WRITE_DELAY")).isEqualTo("500");
      try (PersistenceEngine engine = engine(foreign, Durability.NONE)) {
        engine.open(SampleSchema.tallies());
        assertThat(setting(open, "WRITE_DELAY")).isEqualTo("0");
      }
    }
  }

  @Test
  void a_source_whose_url_insists_on_writing_late_is_refused() {
    JdbcDataSource foreign = foreign(";WRITE_DELAY=300");
    try (PersistenceEngine engine = engine(foreign, Durability.NONE)) {
      assertThat(Town.failure(() -> engine.open(SampleSchema.tallies())))
          .hasMessageContaining("WRITE_DELAY=0")
          .hasMessageContaining("300");
    }
  }

  @Test
  void a_database_that_speaks_another_dialect_is_refused_with_the_remedy() {
    JdbcDataSource foreign = new JdbcDataSource();
    foreign.setUrl("jdbc:h2:file:" + folder.resolve("town"));
    foreign.setUser("sa");
    try (PersistenceEngine engine = engine(foreign, Durability.NONE)) {
      var failure = Town.failure(() -> engine.open(SampleSchema.tallies()));
      assertThat(failure.kind()).isEqualTo(Kind.OTHER);
      assertThat(failure).hasMessageContaining("MODE=PostgreSQL").hasMessageContaining("JdbcUrl");
    }
  }

  @Test
  void a_source_of_another_product_is_refused() {
    try (PersistenceEngine engine =
        new PersistenceEngine(
            foreign(""), Vendor.POSTGRESQL, Durability.NONE, InstantSource.fixed(Town.NOW))) {
      assertThat(Town.failure(() -> engine.open(SampleSchema.tallies())))
          .hasMessageContaining("H2")
          .hasMessageContaining("POSTGRESQL");
    }
  }

  @Test
  void connections_that_commit_by_themselves_are_used_and_given_back_as_they_came()
      throws SQLException {
    JdbcDataSource plain = foreign("");
    try (Connection keepsOpen = plain.getConnection();
        PersistenceEngine engine = engine(plain, Durability.EVERY_SECOND)) {
      Database tallies = engine.open(SampleSchema.tallies()).database();
      assertThatThrownBy(
              () ->
                  tallies.run(
                      entities -> {
                        entities.persist(new Tally("undone", 1));
                        entities.flush();
                        throw new UnsupportedOperationException();
                      }))
          .isInstanceOf(UnsupportedOperationException.class);
      tallies.run(entities -> entities.persist(new Tally("kept", 1)));
      assertThat(Town.count(tallies, "tallies_tally")).isEqualTo(1);
      assertThat(keepsOpen.getAutoCommit()).isTrue();
    }
  }

  @Test
  void durable_commit_reaches_the_disk_before_the_call_returns() {
    RecordingSource source = new RecordingSource(foreign(""));
    try (PersistenceEngine engine = engine(source, Durability.COMMIT)) {
      Database tallies = engine.open(SampleSchema.tallies()).database();
      source.forget();
      tallies.run(entities -> entities.persist(new Tally("safe", 1)));
      assertThat(source.calls()).containsSubsequence("commit", SYNC);
      source.forget();
      assertThat(Town.count(tallies, "tallies_tally")).isEqualTo(1);
      assertThat(source.calls()).doesNotContain(SYNC);
    }
  }

  @Test
  void durable_1s_reaches_the_disk_soon_after() {
    RecordingSource source = new RecordingSource(foreign(""));
    try (PersistenceEngine engine = engine(source, Durability.EVERY_SECOND)) {
      Database tallies = engine.open(SampleSchema.tallies()).database();
      source.forget();
      tallies.run(entities -> entities.persist(new Tally("soon safe", 1)));
      assertThat(Parallel.comesTrue(() -> source.calls().contains(SYNC))).isTrue();
      assertThat(source.calls()).containsSubsequence("commit", SYNC);
    }
  }

  @Test
  void durable_1s_leaves_nothing_behind_when_it_ends() {
    RecordingSource source = new RecordingSource(foreign(""));
    PersistenceEngine engine = engine(source, Durability.EVERY_SECOND);
    Database tallies = engine.open(SampleSchema.tallies()).database();
    tallies.run(entities -> entities.persist(new Tally("last", 1)));
    source.forget();
    engine.close();
    assertThat(source.calls()).contains(SYNC);
  }

  @Test
  void a_first_migration_needs_no_backup_but_an_upgrade_makes_one_that_can_be_used()
      throws Exception {
    TextScripts scripts =
        new TextScripts(folder)
            .with("db/shop/V1__shop.sql", "create table shop_a (id int) as select 7;");
    JdbcUrl url = new JdbcUrl("jdbc:h2:file:" + folder.resolve("data/town"));
    try (Town town = Town.on(url)) {
      open(town, scripts).close();
      assertThat(folder.resolve("data/backup")).doesNotExist();
      scripts.with("db/shop/V2__drop.sql", "drop table shop_a;");
      open(town, scripts).close();
      open(town, scripts).close();
    }
    Path backup = onlyFile(folder.resolve("data/backup"));
    assertThat(backup.getFileName()).hasToString("town-20261123T074200Z-before-shop-2.zip");
    Path restored = unzip(backup, folder.resolve("restored"));
    String address = new JdbcUrl("jdbc:h2:file:" + restored).withDefaults().text();
    try (Connection connection = DriverManager.getConnection(address, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from shop_a")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(7);
    }
  }

  @Test
  void without_a_backup_there_is_no_upgrade() throws IOException {
    TextScripts scripts =
        new TextScripts(folder).with("db/shop/V1__shop.sql", "create table shop_a (id int);");
    JdbcUrl url = new JdbcUrl("jdbc:h2:file:" + folder.resolve("data/town"));
    try (Town town = Town.on(url)) {
      open(town, scripts).close();
      scripts.with("db/shop/V2__drop.sql", "drop table shop_a;");
      Files.createFile(folder.resolve("data/backup")); // a file where the folder should be
      assertThat(Town.failure(() -> open(town, scripts))).hasMessageContaining("no backup");
      assertThat(Town.count(town.tallies(), "shop_a")).isZero();
    }
  }

  private static OpenSchema open(Town town, TextScripts scripts) {
    return town.engine.open(SHOP, H2FileTest.class.getClassLoader(), scripts);
  }

  private static PersistenceEngine engine(RecordingSource source, Durability durability) {
    return new PersistenceEngine(
        source.source(), Vendor.H2, durability, InstantSource.fixed(Town.NOW));
  }

  private static PersistenceEngine engine(JdbcDataSource source, Durability durability) {
    return new PersistenceEngine(source, Vendor.H2, durability, InstantSource.fixed(Town.NOW));
  }

  /** A source without a pool, as an embedder might bring; the database stays open until the end. */
  private JdbcDataSource foreign(String more) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl(
        "jdbc:h2:file:"
            + folder.resolve("town")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + more);
    source.setUser("sa");
    return source;
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = '"
                    + name
                    + "'")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static Path onlyFile(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /** Unpack the one file of a backup and answer its path without {@code .mv.db}. */
  private static Path unzip(Path backup, Path target) throws IOException {
    Files.createDirectories(target);
    try (InputStream in = Files.newInputStream(backup);
        ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry entry = zip.getNextEntry();
      assertThat(entry).isNotNull();
      assertThat(entry.getName()).isEqualTo("town.mv.db");
      Files.copy(zip, target.resolve("town.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    }
    return target.resolve("town");
  }
}
