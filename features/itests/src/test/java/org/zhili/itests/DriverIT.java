package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhili.itests.acme.AcmeTiltDriver;

/** A vendor's jar in {@code deploy/}: there, gone, and there again, in a town that runs on. */
@ExtendWith(SharedTown.class)
class DriverIT {
  private static final String DRIVER = "acme-tilt";
  private static final byte[] MOVED = {(byte) 0xAC, 1};
  private static final byte[] IN_PLACE = {(byte) 0xAC, 0};

  private final Town town;
  private final Path jar;

  DriverIT(Town town) {
    this.town = town;
    this.jar = town.home().resolve("deploy/acme-tilt.jar");
  }

  @Test
  void a_driver_may_come_go_and_come_again_and_no_message_is_lost() throws Exception {
    long received = received();
    int mark = town.log().mark();
    try (Cover cover = Cover.decodedBy(DRIVER, town, "driver-acme")) {
      reports(cover, MOVED);
      is_kept_raw(cover, "ac01");

      drop();
      Eventually.passes(() -> assertThat(cover.quarantined()).isEmpty());
      Matter matter = cover.onlyCase().ledBy("municipal-works");
      reports(cover, IN_PLACE);
      Eventually.passes(
          () -> assertThat(matter.trace().toString()).as("noted").contains("alert-cleared"));

      Files.delete(jar);
      Eventually.passes(() -> assertThat(drivers()).doesNotContain(DRIVER));
      reports(cover, MOVED);
      is_kept_raw(cover, "ac01");

      drop();
      Eventually.passes(() -> assertThat(cover.quarantined()).isEmpty());
      Eventually.passes(() -> assertThat(cover.alarms()).hasSize(2));
    } finally {
      Files.deleteIfExists(jar);
    }
    Eventually.passes(() -> assertThat(drivers()).doesNotContain(DRIVER));
    assertThat(received()).as("counted since the town was opened").isGreaterThan(received);
    assertThat(Log.refreshes(town.log().since(mark))).isEmpty();
    assertThat(town.log().since(mark)).noneMatch(line -> line.contains("The town of "));
  }

  @Test
  void what_is_no_jar_at_all_harms_nobody() throws IOException {
    Path nonsense = town.home().resolve("deploy/nonsense.jar");
    try (Cover cover = Cover.of(town, "driver-nonsense")) {
      Files.writeString(nonsense, "not a jar");
      cover.says("tilted");
      cover.onlyCase().ledBy("municipal-works");
    } finally {
      Files.delete(nonsense);
    }
  }

  private static void reports(Cover cover, byte[] payload) {
    assertThat(cover.sensor().tryPublish(cover.sensor().topic(), payload)).isEmpty();
  }

  private static void is_kept_raw(Cover cover, String hex) {
    Eventually.passes(() -> assertThat(cover.quarantined()).hasSize(1));
    JsonNode kept = cover.quarantined().get(0);
    assertThat(kept.path("kind").asText()).isEqualTo("NO_DRIVER");
    assertThat(kept.at("/reason/en").asText()).contains(DRIVER);
    assertThat(kept.path("hex").asText()).isEqualTo(hex);
  }

  /** Never half a jar: it is made elsewhere on the same disk, and moved. */
  private void drop() throws Exception {
    Path made = BundleJar.of(AcmeTiltDriver.class, town.home().resolve("data/tmp/acme-tilt.jar"));
    Files.move(made, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private long received() {
    return town.people().operator().read("/status").path("messages").path("received").asLong();
  }

  private List<String> drivers() {
    JsonNode plugIns = town.people().operator().read("/status").path("plugIns");
    return StreamSupport.stream(plugIns.spliterator(), false)
        .map(plugIn -> plugIn.path("id").asText())
        .toList();
  }
}
