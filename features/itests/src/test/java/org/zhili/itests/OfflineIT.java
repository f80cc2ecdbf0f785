package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Silence, in a town whose days pass quickly. */
class OfflineIT {
  private static final Path HOME = Path.of(System.getProperty("it.dir"), "offline");

  /** Business seconds in a second: a day is over in nine. */
  private static final int SPEED = 10_000;

  @Test
  void a_device_that_is_silent_for_a_day_is_offline_until_it_speaks_again() throws IOException {
    try (MortalTown process =
        MortalTown.unpacked(UnpackedTown.archive(), HOME, HOME.resolve("etc/city"))) {
      Files.writeString(
          HOME.resolve("etc/system.properties"),
          "\nzhili.clock.speed = " + SPEED + "\n",
          StandardOpenOption.APPEND);
      process.start(Instant.parse(Town.CLOCK_START));
      Town town = new Town(HOME, process.ports()).ready();
      try (Cover silent = Cover.of(town, "offline-silent");
          Cover unheard = Cover.of(town, "offline-unheard")) {
        silent.says("normal");
        Eventually.passes(() -> assertThat(isOffline(town, silent)).isTrue());
        is_missed_a_day_after_it_spoke(town, silent);
        assertThat(silent.cases()).as("only who maintains it need know").isEmpty();
        // one that never spoke is expected from when it was found on the register
        Eventually.passes(() -> assertThat(isOffline(town, unheard)).isTrue());
        assertThat(unheard.cases()).isEmpty();

        // again and again, as it might be a day before somebody looks
        Eventually.passes(
            () -> {
              silent.says("normal");
              assertThat(isOffline(town, silent)).isFalse();
              assertThat(state(town, silent).path("conditions")).isEmpty();
            });
        assertThat(isOffline(town, unheard)).as("another's word is not its own").isTrue();
      }
    }
  }

  private static void is_missed_a_day_after_it_spoke(Town town, Cover cover) {
    JsonNode state = state(town, cover);
    assertThat(state.at("/conditions/0/condition").asText()).isEqualTo("offline");
    JsonNode alarms =
        town.people().operator().read("/devices/" + cover.id() + "/alarms").path("items");
    assertThat(alarms).hasSize(1);
    assertThat(alarms.at("/0/disposition").asText()).isEqualTo("RAISED");
    assertThat(alarms.at("/0/condition").asText()).isEqualTo("offline");
    assertThat(alarms.at("/0/alert").asText()).isEqualTo(state.at("/conditions/0/alert").asText());
    assertThat(Instant.parse(alarms.at("/0/observedAt").asText()))
        .isEqualTo(Instant.parse(state.path("lastSeenAt").asText()).plus(Duration.ofHours(24)));
  }

  private static boolean isOffline(Town town, Cover cover) {
    return state(town, cover).path("offline").asBoolean();
  }

  private static JsonNode state(Town town, Cover cover) {
    return town.people().operator().read("/devices/" + cover.id() + "/state");
  }
}
