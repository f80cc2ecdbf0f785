package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.osgi.internal.SmallTown.done;
import static org.zhili.osgi.internal.SmallTown.refused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.data.ModuleSchema;
import org.zhili.data.SchemaCheck;

class TablesTest {
  private final Database database = new Database();
  private SmallTown town;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    town = SmallTown.in(folder);
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.0.0").tables())));
    town.context().registerService(SchemaCheck.class, database, null);
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  /** Says of all tables what it was told to, and counts which drivers are in use meanwhile. */
  private final class Database implements SchemaCheck {
    private Verdict looks = new Verdict.Fits();
    private Verdict prepares = new Verdict.Fits();
    private final List<String> meanwhile = new ArrayList<>();

    @Override
    public Verdict look(ModuleSchema schema) {
      return looks;
    }

    @Override
    public Verdict prepare(ModuleSchema schema) {
      assertThat(schema.name()).isEqualTo("bin");
      meanwhile.addAll(town.drivers());
      return prepares;
    }
  }

  private Path newer() throws Exception {
    return town.jar(PluginJar.trashBin("1.1.0").tables());
  }

  @ParameterizedTest
  @EnumSource
  void what_stands_in_the_way_is_said_and_the_version_before_goes_on(SchemaCheck.Fault fault)
      throws Exception {
    database.looks = new SchemaCheck.Verdict.Unfit(fault, "V2__more.sql");
    assertThat(refused(town.shelf().update(newer())))
        .contains("com.acme.trash-bin 1.1.0", "V2__more.sql")
        .doesNotContain("shelf.");
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(database.meanwhile).as("nothing was changed").isEmpty();
  }

  @Test
  void tables_are_changed_while_the_version_before_is_in_use() throws Exception {
    database.prepares = new SchemaCheck.Verdict.Unfit(SchemaCheck.Fault.FAILED, "V2__more.sql");
    assertThat(refused(town.shelf().update(newer()))).contains("cannot change its tables");
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");

    database.prepares = new SchemaCheck.Verdict.Fits();
    done(town.shelf().update(newer()));
    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");
    assertThat(database.meanwhile).containsExactly("trash-bin@1.0.0", "trash-bin@1.0.0");
  }

  @Test
  void one_goes_back_to_a_version_that_does_not_know_the_newest_tables() throws Exception {
    done(town.shelf().update(newer()));
    database.looks = new SchemaCheck.Verdict.Unfit(SchemaCheck.Fault.NEWER, "2");
    done(town.shelf().rollback("trash-bin"));
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }
}
