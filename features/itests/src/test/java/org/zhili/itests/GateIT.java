package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhili.itests.gate.LowDriver;
import org.zhili.itests.slow.SlowModel;

/** How plug-ins share the work, and how they leave, on a real framework. */
@ExtendWith(SharedTown.class)
class GateIT {
  private static final Path FOLDER = Path.of(System.getProperty("it.dir"));
  private static final Path SLOW = FOLDER.resolve("gate-slow.jar");
  private static final Path MODULE = FOLDER.resolve("gate-module.jar");
  private static final byte BOTH = 2;
  private static final byte NOT_THE_HIGH_ONE = 1;

  private final ExamTown exam;
  private final Town town;
  private final Path dropped;

  GateIT(ExamTown exam) {
    this.exam = exam;
    this.town = exam.town();
    dropped = town.home().resolve("deploy/gate-drivers.jar");
  }

  @BeforeAll
  static void make() throws Exception {
    BundleJar.of(SlowModel.class, SLOW);
    BundleJar.of(LowDriver.class, MODULE);
  }

  @Test
  void what_a_plug_in_says_after_it_had_to_leave_is_dropped() throws Exception {
    exam.inside(GateProbe.class, "whatComesLateIsDropped", SLOW.toAbsolutePath().toString());
  }

  @Test
  void a_module_brings_all_it_has_at_once_or_nothing() throws Exception {
    exam.inside(GateProbe.class, "allOfAModuleOrNothing", MODULE.toAbsolutePath().toString(), 10);
  }

  @Test
  void who_leaves_is_asked_nothing_is_served_no_more_and_ends_its_transaction() throws Exception {
    exam.inside(
        GateProbe.class, "whoLeavesEndsItsTransactionFirst", MODULE.toAbsolutePath().toString());
  }

  @Test
  void of_two_that_claim_a_topic_the_higher_is_asked_first_and_a_devices_own_before_both()
      throws Exception {
    try (Device gateway = town.gateway("gate-claims");
        Cover own = Cover.decodedBy("gate-low", town, "gate-own")) {
      drop();
      Eventually.passes(() -> assertThat(drivers()).contains("gate-high", "gate-low"));
      says(gateway, "GATE-X", BOTH, (byte) 7);
      says(gateway, "GATE-Y", NOT_THE_HIGH_ONE, (byte) 7);
      assertThat(asked("GATE-X")).isEqualTo("gate-high");
      assertThat(asked("GATE-Y")).isEqualTo("gate-low");

      says(gateway, own.id(), BOTH, (byte) 1);
      exam.inside(NumbersProbe.class, "areStoredOnce", own.id(), "gate.low", 1);
      assertThat(own.quarantined()).isEmpty();
    } finally {
      Files.deleteIfExists(dropped);
    }
    Eventually.passes(() -> assertThat(drivers()).doesNotContain("gate-high", "gate-low"));
  }

  @Test
  void an_answer_in_time_stands_with_its_authors_name_and_version_when_that_has_left()
      throws Exception {
    try (Cover cover = Cover.decodedBy("gate-low", town, "gate-author")) {
      drop();
      Eventually.passes(() -> assertThat(drivers()).contains("gate-low"));
      assertThat(cover.sensor().tryPublish(cover.sensor().topic(), new byte[] {(byte) 0xC1, BOTH}))
          .isEmpty();
      Eventually.passes(() -> assertThat(cover.quarantined()).hasSize(1));
      Files.delete(dropped);
      Eventually.passes(() -> assertThat(drivers()).doesNotContain("gate-low"));
      JsonNode kept = cover.quarantined().get(0);
      assertThat(kept.path("kind").asText()).isEqualTo("REJECTED");
      assertThat(kept.path("answeredBy").asText()).isEqualTo("gate-low@1.0.0");
      assertThat(kept.at("/reason/en").asText()).contains("no number");
    } finally {
      Files.deleteIfExists(dropped);
    }
  }

  private static void says(Device gateway, String device, byte... rest) {
    byte[] frame = {(byte) 0xC1, rest[0], rest[1]};
    assertThat(gateway.tryPublish("zhili/v1/demo/" + device + "/up", frame)).isEmpty();
  }

  /** Which driver took the message of an unknown device for its own. */
  private String asked(String device) {
    JsonNode kept =
        Eventually.present(
            () ->
                StreamSupport.stream(
                        town.people()
                            .operator()
                            .read("/quarantine?limit=200&device=" + device)
                            .path("items")
                            .spliterator(),
                        false)
                    .findFirst());
    assertThat(kept.path("kind").asText()).isEqualTo("UNKNOWN_DEVICE");
    return kept.path("driver").asText();
  }

  /** Never half a jar: it is made elsewhere on the same disk, and moved. */
  private void drop() throws Exception {
    Path made = BundleJar.of(LowDriver.class, town.home().resolve("data/tmp/gate-drivers.jar"));
    Files.move(made, dropped, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> drivers() {
    JsonNode plugIns = town.people().operator().read("/status").path("plugIns");
    return StreamSupport.stream(plugIns.spliterator(), false)
        .map(plugIn -> plugIn.path("id").asText())
        .toList();
  }
}
