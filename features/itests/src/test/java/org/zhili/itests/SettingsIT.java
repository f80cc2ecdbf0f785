package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values in {@code etc/} while the town runs: told in words, and the last good ones hold. */
@ExtendWith(SharedTown.class)
class SettingsIT {
  /** Karaf looks for changed files each second. */
  private static final long LOOK_MILLISECONDS = 1000;

  private static final int CALM_LOOKS = 3;
  private static final int MOST_LOOKS = 30;
  private static final Set<Saved> TOUCHED = new LinkedHashSet<>();

  private final Town town;
  private Optional<Saved> saved = Optional.empty();
  private String wanted = "";

  SettingsIT(UnpackedTown unpacked) {
    this.town = unpacked.town().ready();
  }

  /** A file as it was; without content it was not there. */
  private record Saved(Path file, Optional<String> content) {
    static Saved of(Path file) throws IOException {
      return new Saved(
          file, Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty());
    }

    boolean isThere() throws IOException {
      return of(file).equals(this);
    }

    void restore() throws IOException {
      if (content.isPresent()) {
        Files.writeString(file, content.get());
      } else {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Karaf may save once more what it had read of a file, over what was put back. */
  @AfterAll
  static void hold_what_was_put_back() throws IOException, InterruptedException {
    int looks = 0;
    for (int calm = 0; calm < CALM_LOOKS && looks < MOST_LOOKS; looks++) {
      calm++;
      for (Saved file : TOUCHED) {
        if (!file.isThere()) {
          file.restore();
          calm = 0;
        }
      }
      Thread.sleep(LOOK_MILLISECONDS);
    }
    assertThat(looks).as("looks until every file stays as it was").isLessThan(MOST_LOOKS);
  }

  @AfterEach
  void put_the_file_back() throws IOException {
    if (saved.isPresent()) {
      saved.get().restore();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "org.zhili.access, sessionHours, often",
    "org.zhili.access, idleMinutes, -5",
    "org.zhili.broker, port, 99999",
    "org.zhili.broker, maxConnections, many",
    "org.zhili.database, maxPoolSize, 1",
    "org.zhili.database, url, jdbc:nonsense",
    "org.zhili.ingestion, uri, no address",
    "org.zhili.ingestion, receiveMaximum, 0",
    "org.zhili.rest, maxBodyBytes, 5",
    "org.zhili.scoring.weighted.ThreeRates, minimumSample, few",
    "org.zhili.scoring.weighted.ThreeRates, response, -1",
    "org.zhili.town, workers, 0",
    "org.zhili.town, clock.speed, backwards",
    "org.zhili.town, city, etc/atlantis"
  })
  void a_wrong_setting_is_told_and_changes_nothing(String pid, String setting, String value)
      throws IOException {
    String id = "settings-" + setting.replace('.', '-') + "-" + pid.replaceAll(".*\\.", "");
    try (Cover cover = Cover.of(town, id)) {
      assertThat(cover.sensor().isConnected()).isTrue();
      int mark = town.log().mark();
      add(town.home().resolve("etc/" + pid + ".cfg"), setting + " = " + value + "\n");
      is_told(mark, setting);
      assertThat(cover.sensor().isConnected()).as("the broker still runs").isTrue();
      still_works(cover);
    }
  }

  @Test
  void a_faulty_city_pack_is_told_and_the_last_good_one_holds() throws IOException {
    String rules = town.people().operator().read("/status").path("rules").asText();
    try (Cover cover = Cover.of(town, "settings-city")) {
      int mark = town.log().mark();
      add(town.home().resolve("etc/city/units.csv"), "nameless,,,,,,\n");
      is_told(mark, "units.csv");
      assertThat(town.people().operator().read("/status").path("rules").asText()).isEqualTo(rules);
      still_works(cover);
    }
  }

  private void add(Path file, String line) throws IOException {
    Saved before = Saved.of(file);
    saved = Optional.of(before);
    TOUCHED.add(before);
    wanted = before.content().orElse("") + line;
    Files.writeString(file, wanted);
  }

  private void is_told(int mark, String what) {
    Eventually.passes(
        () -> {
          write_what_was_overwritten();
          assertThat(town.log().since(mark))
              .anyMatch(line -> line.matches(".*\\| (WARN |ERROR) \\|.*") && line.contains(what));
        });
  }

  /** Karaf saves or deletes a file it has just read, and may meet the next test's in doing so. */
  private void write_what_was_overwritten() throws IOException {
    Path file = saved.orElseThrow().file();
    if (!Files.exists(file) || !Files.readString(file).equals(wanted)) {
      Files.writeString(file, wanted);
    }
  }

  private void still_works(Cover cover) {
    cover.says("tilted");
    cover.onlyCase().ledBy("municipal-works");
    assertThat(town.people().supervisor().get("/session").status()).isEqualTo(200);
    assertThat(town.people().operator().read("/status").path("plugIns").toString())
        .contains("three-rates");
  }
}
