package org.zhili.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

/** What a town that cannot be opened says: why, and what to do. */
class SetupFaultTest {
  private final DataSource database = Sample.database();

  @Test
  void no_city_pack() {
    is("ZL-1701", "city", fault(EmbeddedTown.builder().storage(database)));
  }

  @Test
  void a_city_pack_that_is_not_there(@TempDir Path folder) {
    SetupFault fault = fault(EmbeddedTown.builder().city(folder.resolve("gone")).storage(database));

    is("ZL-1702", folder.resolve("gone").toString(), fault);
    assertThat(fault.why().zh()).contains("找不到城市数据包的文件夹");
    assertThat(fault.why().en()).contains("The folder of the city pack is not there");
  }

  @Test
  void no_storage() {
    is("ZL-1703", "storage", fault(EmbeddedTown.builder().city(Sample.CITY)));
  }

  @Test
  void a_database_that_is_away() {
    Line line = new Line(database);
    line.cut();

    is("ZL-1705", "the line is cut", fault(Sample.town().storage(line)));
  }

  @Test
  void an_h2_database_without_our_settings() {
    JdbcDataSource plain = new JdbcDataSource();
    plain.setURL("jdbc:h2:mem:");

    is("ZL-1706", "MODE=PostgreSQL", fault(Sample.town().storage(plain)));
  }

  @Test
  void tables_that_a_newer_program_has_changed() throws SQLException {
    Sample.town().storage(database).start().close();
    migrate("ALTER TABLE core_case RENAME COLUMN number TO called");

    is("ZL-1707", "999", fault(Sample.town().storage(database)));
  }

  @Test
  void tables_of_a_newer_program_that_still_fit_are_used() throws SQLException {
    Sample.town().storage(database).start().close();
    migrate("ALTER TABLE core_case ADD COLUMN mood varchar(10)");

    try (EmbeddedTown town = Sample.town().storage(database).start()) {
      assertThat(Sample.cases(town)).isEmpty();
    }
  }

  /** What a newer program leaves behind. */
  private void migrate(String change) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(change);
      statement.execute(
          """
          INSERT INTO "zhili_schema_core" ("installed_rank", "version", "description", "type",
              "script", "checksum", "installed_by", "installed_on", "execution_time", "success")
          SELECT max("installed_rank") + 1, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql',
              1, 'sa', current_timestamp, 1, true FROM "zhili_schema_core\"""");
    }
  }

  @Test
  void a_plug_in_on_the_class_path_that_cannot_be_made(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.zhili.device.DeviceDriver"), "com.example.Nowhere\n");

    is("ZL-1708", "com.example.Nowhere", faultBeside(folder));
  }

  private SetupFault faultBeside(Path classPath) throws MalformedURLException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new URLClassLoader(new URL[] {classPath.toUri().toURL()}, before));
    try {
      return fault(Sample.town().discover().storage(database));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void a_module_that_needs_one_which_is_not_there() {
    GovernanceModule lonely =
        new GovernanceModule() {
          @Override
          public ModuleInfo info() {
            return new ModuleInfo("lonely", Text.of("lonely.name"), Set.of("friend"));
          }

          @Override
          public List<Contribution> contributions() {
            return List.of();
          }
        };

    is("ZL-1709", "friend", fault(Sample.town().storage(database).module(lonely)));
  }

  private static SetupFault fault(TownBuilder builder) {
    return catchThrowableOfType(SetupFault.class, builder::start);
  }

  private static void is(String code, String named, SetupFault fault) {
    assertThat(fault).isNotNull();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault).hasMessageStartingWith(code);
    assertThat(fault.why().zh()).contains(named).containsPattern("\\p{IsHan}");
    assertThat(fault.why().en()).contains(named).doesNotContainPattern("[\\p{IsHan}]{4}|\\{\\d}");
  }
}
