package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The town on PostgreSQL by its one file, started before the database is there. */
class PostgresIT {
  private static final Path HOME = Path.of(System.getProperty("it.dir"), "postgres");

  private final int port = Ports.free().http();

  @Test
  void a_town_says_when_its_database_is_away_and_opens_once_it_is_there() throws IOException {
    try (MortalTown process =
        MortalTown.unpacked(UnpackedTown.archive(), HOME, HOME.resolve("etc/city"))) {
      choosePostgres();
      process.start(Instant.parse(Town.CLOCK_START));
      Town town = new Town(HOME, process.ports());
      Eventually.passes(
          () ->
              assertThat(town.log().lines())
                  .anyMatch(line -> line.contains("waits for its database")));
      Eventually.passes(() -> assertThat(health(town)).contains("org.zhili.database.cfg"));

      try (EmbeddedPostgres postgres = started()) {
        assertThat(postgres.getPort()).isEqualTo(port);
        town.ready();
        a_case_goes_through(town);
        assertThat(town.log().lines()).noneMatch(line -> line.contains("PostgreSQL runs with"));
      }
      Eventually.passes(() -> assertThat(health(town)).contains("数据库"));
    }
  }

  private static void a_case_goes_through(Town town) {
    try (Cover cover = Cover.of(town, "postgres-1")) {
      cover.says("tilted");
      Matter matter = cover.onlyCase().ledBy("municipal-works");
      Rest unit = town.people().of("municipal-works");
      matter.act(unit, "acknowledge");
      matter.act(unit, "feed-back", "\"evidence\": [{\"kind\": \"note\", \"content\": \"扶正\"}]");
      matter.act(town.people().supervisor(), "close");
      assertThat(matter.states())
          .containsExactly("REPORTED", "ACCEPTED", "DISPATCHED", "HANDLING", "FEEDBACK", "CLOSED");
    }
  }

  private static String health(Town town) {
    return town.anybody().get("/health").expect(503).json().path("detail").asText();
  }

  private void choosePostgres() throws IOException {
    Path etc = HOME.resolve("etc");
    Files.writeString(etc.resolve("zhili.database.password"), "any will do here\n");
    Files.writeString(
        etc.resolve("org.zhili.database.cfg"),
        """
        url = jdbc:postgresql://127.0.0.1:%d/postgres?reWriteBatchedInserts=true
        user = postgres
        password = $[secret:zhili.database.password]
        """
            .formatted(port));
  }

  private EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          // the binaries' own defaults are off, and no town should run so
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .start();
    } catch (IOException | RuntimeException cannot) {
      return Assumptions.abort("PostgreSQL cannot run here: " + cannot.getMessage());
    }
  }
}
