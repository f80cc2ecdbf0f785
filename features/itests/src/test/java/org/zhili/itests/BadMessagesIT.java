package org.zhili.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that nothing, or not everything, can be believed of. None is lost, none does harm. */
@ExtendWith(SharedTown.class)
class BadMessagesIT {
  private static final int KILOBYTE = 1024;

  private final ExamTown exam;
  private final Town town;

  BadMessagesIT(ExamTown exam, Town town) {
    this.exam = exam;
    this.town = town;
  }

  @Test
  void a_malformed_message_is_kept_with_the_reason() {
    try (Cover cover = Cover.of(town, "bad-json")) {
      String truncated = cover.message("tilted").substring(0, 40);
      cover.sensor().publish(truncated);
      JsonNode kept = onlyQuarantined(cover);
      assertThat(kept.path("kind").asText()).isEqualTo("REJECTED");
      assertThat(kept.at("/reason/en").asText()).contains("well-formed JSON");
      assertThat(kept.path("text").asText()).isEqualTo(truncated);
      assertThat(kept.path("replayable").asBoolean()).isTrue();
      still_tells_of_a_tilt(cover);
    }
  }

  @Test
  void an_empty_message_is_kept_with_the_reason() {
    try (Cover cover = Cover.of(town, "bad-empty")) {
      cover.sensor().publish("");
      assertThat(onlyQuarantined(cover).at("/reason/en").asText()).isEqualTo("empty payload");
      still_tells_of_a_tilt(cover);
    }
  }

  @Test
  void bytes_of_another_protocol_are_kept_as_they_came() {
    try (Cover cover = Cover.of(town, "bad-bytes")) {
      assertThat(cover.sensor().tryPublish(cover.sensor().topic(), new byte[] {0, -1, 42}))
          .isEmpty();
      JsonNode kept = onlyQuarantined(cover);
      assertThat(kept.path("kind").asText()).isEqualTo("NO_DRIVER");
      assertThat(kept.path("hex").asText()).isEqualTo("00ff2a");
    }
  }

  @Test
  void an_oversized_message_is_kept_with_the_reason() {
    try (Cover cover = Cover.of(town, "bad-large")) {
      cover.sensor().publish("x".repeat(100 * KILOBYTE));
      JsonNode kept = onlyQuarantined(cover);
      assertThat(kept.path("kind").asText()).isEqualTo("MALFORMED");
      assertThat(kept.at("/reason/en").asText()).contains("102400 bytes");
      still_tells_of_a_tilt(cover);
    }
  }

  @Test
  void a_packet_beyond_the_broker_s_limit_costs_its_sender_the_connection_and_nobody_else() {
    try (Cover sender = Cover.of(town, "bad-huge");
        Cover neighbour = Cover.of(town, "bad-neighbour")) {
      assertThat(neighbour.sensor().isConnected()).isTrue();
      byte[] huge = "x".repeat(300 * KILOBYTE).getBytes(UTF_8);
      assertThat(sender.sensor().tryPublish(sender.sensor().topic(), huge)).isPresent();
      assertThat(sender.sensor().isConnected()).isFalse();
      still_tells_of_a_tilt(neighbour);
      assertThat(sender.quarantined()).isEmpty();
    }
  }

  @Test
  void an_alarm_from_the_future_counts_as_of_its_receipt_and_is_flagged() throws Exception {
    counts_as_of_its_receipt("bad-future", "2999-01-01T08:00:00", "FUTURE");
  }

  @Test
  void an_ancient_alarm_counts_as_of_its_receipt_and_is_flagged() throws Exception {
    counts_as_of_its_receipt("bad-ancient", "1970-01-01T08:00:00", "ANCIENT");
  }

  @Test
  void the_same_message_twice_is_one_alarm_and_counted_as_a_repeat() {
    try (Cover cover = Cover.of(town, "bad-twice")) {
      String message = said(cover, "tilted", "2026-05-11T08:30:00");
      long repeats = repeats();
      cover.sensor().publish(message);
      cover.sensor().publish(message);

      Eventually.passes(() -> assertThat(repeats()).isEqualTo(repeats + 1));
      cover.onlyCase().ledBy("municipal-works");
      assertThat(cover.alarms()).containsExactly("RAISED");
      JsonNode conditions =
          town.people().operator().read("/devices/bad-twice/state").path("conditions");
      assertThat(conditions).hasSize(1);
      assertThat(conditions.at("/0/occurrences").asLong()).isEqualTo(1);
      assertThat(cover.quarantined()).isEmpty();
    }
  }

  @Test
  void an_alarm_older_than_what_is_known_is_suppressed_with_the_reason() {
    try (Cover cover = Cover.of(town, "bad-order")) {
      cover.sensor().publish(said(cover, "normal", "2026-05-11T08:40:00"));
      cover.sensor().publish(said(cover, "tilted", "2026-05-11T08:30:00"));

      Eventually.passes(() -> assertThat(cover.alarms()).containsExactly("SUPPRESSED"));
      JsonNode late =
          town.people().operator().read("/devices/bad-order/alarms").path("items").get(0);
      assertThat(late.path("condition").asText()).isEqualTo("tilted");
      assertThat(late.path("observedAt").asText()).isEqualTo("2026-05-11T00:30:00Z");
      assertThat(late.at("/reason/en").asText()).startsWith("It came late");
      assertThat(late.at("/reason/zh").asText()).startsWith("迟到");
      assertThat(cover.cases()).isEmpty();
      still_tells_of_a_tilt(cover);
      assertThat(cover.alarms()).containsExactly("SUPPRESSED", "RAISED");
    }
  }

  private long repeats() {
    return town.people().operator().read("/status").at("/messages/duplicates").asLong(-1);
  }

  /** What a cover says, and when by its own clock, which shows the city's time. */
  private static String said(Cover cover, String status, String timestamp) {
    return """
        {"device_id": "%s", "status": "%s", "timestamp": "%s"}"""
        .formatted(cover.id(), status, timestamp);
  }

  private void counts_as_of_its_receipt(String id, String timestamp, String flag) throws Exception {
    try (Cover cover = Cover.of(town, id)) {
      cover.sensor().publish(said(cover, "tilted", timestamp));
      JsonNode file = cover.onlyCase().read();
      assertThat(file.path("reportedAt").asText()).startsWith("2026-05-");
      exam.inside(StoredProbe.class, "telemetryIsFlagged", id, flag);
    }
  }

  private static JsonNode onlyQuarantined(Cover cover) {
    Eventually.passes(() -> assertThat(cover.quarantined()).hasSize(1));
    return cover.quarantined().get(0);
  }

  private static void still_tells_of_a_tilt(Cover cover) {
    cover.says("tilted");
    cover.onlyCase().ledBy("municipal-works");
  }
}
