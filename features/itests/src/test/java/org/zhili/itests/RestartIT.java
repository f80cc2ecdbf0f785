package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A town that is stopped and started again takes up everything where it was. */
@ExtendWith(SharedTown.class)
class RestartIT {
  private final UnpackedTown unpacked;
  private final Town town;

  RestartIT(UnpackedTown unpacked) {
    this.unpacked = unpacked;
    this.town = unpacked.town();
  }

  @Test
  void cases_sessions_and_what_waited_are_there_again() {
    try (Cover handled = Cover.of(town, "restart-handled");
        Cover kept = Cover.of(town, "restart-kept");
        Cover queued = Cover.of(town, "restart-queued");
        Cover waiting = Cover.registered(town, "MC-005")) {
      handled.says("tilted");
      Matter matter = handled.onlyCase().ledBy("municipal-works");
      matter.act(town.people().of("municipal-works"), "acknowledge");
      waiting.says("tilted");
      Eventually.passes(() -> assertThat(reviews(waiting.onlyCase())).isEqualTo(1));
      kept.sensor().publish("no message");
      Eventually.passes(() -> assertThat(kept.quarantined()).hasSize(1));
      is_acknowledged_by_the_broker_alone(queued);
      JsonNode before = matter.read();

      unpacked.stop();
      unpacked.start();

      assertThat(matter.read()).isEqualTo(before);
      assertThat(matter.states()).endsWith("HANDLING");
      assertThat(reviews(waiting.onlyCase())).isEqualTo(1);
      assertThat(kept.quarantined()).hasSize(1);
      queued.onlyCase().ledBy("municipal-works");
      matter.act(
          town.people().of("municipal-works"),
          "feed-back",
          """
          "evidence": [{"kind": "note", "content": "done"}]""");
    }
  }

  private void is_acknowledged_by_the_broker_alone(Cover cover) {
    assertThat(cover.sensor().isConnected()).isTrue();
    town.console().run("bundle:stop -t org.zhili.ingestion");
    cover.says("tilted");
    assertThat(cover.cases()).isEmpty();
  }

  private long reviews(Matter matter) {
    long found = 0;
    for (JsonNode review : town.people().operator().read("/reviews?limit=200").path("items")) {
      found += review.path("file").path("id").asText().equals(matter.id()) ? 1 : 0;
    }
    return found;
  }
}
