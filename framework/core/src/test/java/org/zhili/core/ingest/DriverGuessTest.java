package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.id.DeviceId;

class DriverGuessTest {
  private static final DeviceId STRANGER = new DeviceId("STRANGER-1");

  private final IngestTown town = new IngestTown();
  private final TextDecoder text = new TextDecoder("text");

  DriverGuessTest() throws InterruptedException {
    town.decoders.clear();
    say("tilt=1");
    say("?");
    town.decoders.add(text);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_driver_is_asked_about_a_message_once_however_often_people_look() {
    assertThat(guess()).containsExactly("text");
    int asked = text.asked();
    assertThat(guess()).containsExactly("text");
    assertThat(text.asked()).isEqualTo(asked);
  }

  @Test
  void what_came_since_is_asked_about() throws InterruptedException {
    guess();
    int asked = text.asked();
    say("tilt=2");
    int stored = text.asked();
    guess();
    assertThat(stored).isGreaterThan(asked);
    assertThat(text.asked()).isEqualTo(stored + 1);
  }

  @Test
  void whoever_takes_a_drivers_place_is_asked_anew() {
    guess();
    TextDecoder next = new TextDecoder("next");
    town.decoders.add(next);
    assertThat(guess()).containsExactly("next", "text");
    assertThat(next.asked()).isEqualTo(1);
  }

  private List<String> guess() {
    return town.ingestion.driversFor(Selection.of(STRANGER));
  }

  private void say(String payload) throws InterruptedException {
    town.ingestion
        .writer()
        .settle(List.of(Entry.offered(IngestTown.message(STRANGER, payload, NOW), () -> {})));
  }
}
