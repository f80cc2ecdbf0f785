package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.SchemaCheck.Fault;
import org.zhili.data.SchemaCheck.Verdict;
import org.zhili.persistence.modules.Note;
import org.zhili.persistence.modules.SampleSchema;
import org.zhili.persistence.modules.TextScripts;

/** How tables come into being and grow. */
interface MigrationRules extends Fixture {

  SampleSchema SHOP = new SampleSchema("shop", List.of(), "db/shop");

  @Test
  default void a_broken_script_stops_its_own_module_only_and_may_be_corrected() {
    Database notes = town().notes();
    TextScripts scripts =
        new TextScripts(folder())
            .with("db/shop/V1__shop.sql", "create table if not exists shop_a (id int);")
            .with("db/shop/V2__wrong.sql", "create tabel shop_b (id int);");
    DatabaseFailure failure = Town.failure(() -> open(scripts));
    assertThat(failure.kind()).isEqualTo(Kind.OTHER);
    assertThat(failure).hasMessageContaining("shop").hasMessageContaining("V2__wrong.sql");
    notes.run(entities -> entities.persist(new Note("others go on", Town.NOW)));

    scripts.with("db/shop/V2__wrong.sql", "create table shop_b (id int);");
    try (OpenSchema shop = open(scripts)) {
      assertThat(Town.count(shop.database(), "shop_a")).isZero();
      assertThat(Town.count(shop.database(), "shop_b")).isZero();
    }
  }

  @Test
  default void scripts_of_the_product_mix_with_those_for_all() {
    TextScripts scripts =
        new TextScripts(folder())
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);")
            .with("db/shop/V3__later.sql", "insert into shop_a select count(*) from shop_own;")
            .with(
                "db/shop/h2/V2__own.sql", "create table shop_own (id uuid default random_uuid());")
            .with("db/shop/postgresql/V2__own.sql", "create table shop_own (id xid8);");
    try (OpenSchema shop = open(scripts)) {
      assertThat(Town.count(shop.database(), "shop_a")).isEqualTo(1);
    }
  }

  @Test
  default void scripts_run_once_however_often_the_schema_is_opened() {
    TextScripts scripts =
        new TextScripts(folder())
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);")
            .with("db/shop/V2__row.sql", "insert into shop_a values (1);");
    open(scripts).close();
    try (OpenSchema again = open(scripts)) {
      assertThat(Town.count(again.database(), "shop_a")).isEqualTo(1);
    }
  }

  @Test
  default void a_script_changed_after_its_release_is_refused() {
    TextScripts scripts =
        new TextScripts(folder()).with("db/shop/V1__shop.sql", "create table shop_a (id int);");
    open(scripts).close();
    scripts.with("db/shop/V1__shop.sql", "create table shop_a (id bigint);");
    assertThat(Town.failure(() -> open(scripts))).hasMessageContaining("checksum");
  }

  @Test
  default void the_previous_version_of_a_module_runs_on_newer_tables() {
    TextScripts newer =
        new TextScripts(folder().resolve("newer"))
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);")
            .with("db/shop/V2__more.sql", "alter table shop_a add column name varchar(9);");
    TextScripts older =
        new TextScripts(folder().resolve("older"))
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);");
    open(newer).close();
    try (OpenSchema shop = open(older)) {
      assertThat(Town.count(shop.database(), "shop_a")).isZero();
    }
  }

  @Test
  default void what_stands_in_the_way_of_scripts_is_seen_before_any_runs() {
    TextScripts scripts =
        new TextScripts(folder().resolve("first"))
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);");
    assertThat(look(scripts)).as("all are yet to run").isEqualTo(new Verdict.Fits());
    scripts.with("db/shop/V3__more.sql", "create table shop_c (id int);");
    open(scripts).close();
    assertThat(look(scripts)).as("all have run").isEqualTo(new Verdict.Fits());
    scripts.with("db/shop/V4__next.sql", "create table shop_d (id int);");
    assertThat(look(scripts)).as("one is yet to run").isEqualTo(new Verdict.Fits());

    scripts.with("db/shop/V2__late.sql", "create table shop_b (id int);");
    assertThat(look(scripts)).isEqualTo(new Verdict.Unfit(Fault.LATE, "V2__late.sql"));
    TextScripts other =
        new TextScripts(folder().resolve("other"))
            .with("db/shop/V1__shop.sql", "create table shop_a (id bigint);");
    assertThat(look(other)).isEqualTo(new Verdict.Unfit(Fault.CHANGED, "V1__shop.sql"));
    TextScripts fewer =
        new TextScripts(folder().resolve("fewer"))
            .with("db/shop/V3__more.sql", "create table shop_c (id int);");
    assertThat(look(fewer)).isEqualTo(new Verdict.Unfit(Fault.MISSING, "1"));
    TextScripts older =
        new TextScripts(folder().resolve("older"))
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);");
    assertThat(look(older)).isEqualTo(new Verdict.Unfit(Fault.NEWER, "3"));
    assertThat(look(older.with("db/shop/V2_odd.sql", "")))
        .isInstanceOfSatisfying(
            Verdict.Unfit.class, unfit -> assertThat(unfit.fault()).isEqualTo(Fault.UNREADABLE));
  }

  @Test
  default void tables_are_changed_while_the_version_before_uses_them() {
    TextScripts older =
        new TextScripts(folder().resolve("older"))
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);");
    TextScripts newer =
        new TextScripts(folder().resolve("newer"))
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);")
            .with("db/shop/V2__wrong.sql", "create tabel shop_b (id int);");
    try (OpenSchema shop = open(older)) {
      assertThat(Town.failure(() -> prepare(newer))).hasMessageContaining("V2__wrong.sql");
      assertThat(Town.count(shop.database(), "shop_a")).isZero();

      newer.with("db/shop/V2__wrong.sql", "create table shop_b (id int);");
      assertThat(prepare(newer)).isTrue();
      assertThat(Town.count(shop.database(), "shop_b")).isZero();
    }
  }

  private boolean prepare(TextScripts scripts) {
    town().engine.prepare(SHOP, Fixture.class.getClassLoader(), scripts);
    return true;
  }

  @Test
  default void a_database_that_is_away_leaves_it_unknown() {
    PersistenceEngine engine =
        new PersistenceEngine(dead(), town().url.vendor(), Durability.COMMIT, () -> Town.NOW);
    TextScripts scripts = new TextScripts(folder()).with("db/shop/V1__shop.sql", "select 1;");
    assertThat(engine.look(SHOP, scripts))
        .isInstanceOfSatisfying(
            Verdict.Unfit.class, unfit -> assertThat(unfit.fault()).isEqualTo(Fault.UNKNOWN));
    engine.close();
  }

  private Verdict look(TextScripts scripts) {
    return town().engine.look(SHOP, scripts);
  }

  @Test
  default void a_module_without_scripts_is_refused() {
    assertThat(Town.failure(() -> open(new TextScripts(folder()))))
        .hasMessageContaining("db/shop")
        .hasMessageContaining("no migration scripts");
  }

  @Test
  default void a_script_with_a_misspelt_name_is_refused_instead_of_skipped() {
    TextScripts scripts =
        new TextScripts(folder())
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);")
            .with("db/shop/V2_forgotten.sql", "create table shop_b (id int);");
    assertThat(Town.failure(() -> open(scripts))).hasMessageContaining("V2_forgotten.sql");
  }

  @Test
  default void a_name_that_cannot_be_part_of_a_table_name_is_refused() {
    for (String name : List.of("", "Shop", "1shop", "shop-a", "a".repeat(22))) {
      assertThat(Town.failure(() -> town().engine.open(SHOP.called(name))).kind())
          .as(name)
          .isEqualTo(Kind.OTHER);
    }
  }

  @Test
  default void nodes_that_start_together_migrate_once() {
    TextScripts scripts =
        new TextScripts(folder())
            .with("db/shop/V1__shop.sql", "create table shop_a (id int);")
            .with("db/shop/V2__row.sql", "insert into shop_a values (1);");
    Callable<Boolean> node =
        () -> {
          try (Town own = Town.on(town().url)) {
            own.engine.open(SHOP, Fixture.class.getClassLoader(), scripts);
            return true;
          }
        };
    assertThat(Parallel.callAll(Collections.nCopies(4, node))).containsOnly(true);
    try (OpenSchema shop = open(scripts)) {
      assertThat(Town.count(shop.database(), "shop_a")).isEqualTo(1);
    }
  }

  private OpenSchema open(TextScripts scripts) {
    return town().engine.open(SHOP, Fixture.class.getClassLoader(), scripts);
  }
}
