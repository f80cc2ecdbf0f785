package org.zhili.resources.internal.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Frame;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.core.ingest.SampleFrames;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.text.Text;

class DeviceFrameResourceTest {
  private static final String TOPIC = "zhili/v1/demo/MC-east/up";

  private final TestTown town = new TestTown();
  private final DeviceFrameResource frames = town.resource(DeviceFrameResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private void heard(int second, int readings, Optional<Frame.Why> kept, Payload payload) {
    SampleFrames.heard(
        town.town().ingestion().frames(),
        new Frame(
            new DeviceId("MC-east"),
            TestTown.START.plusSeconds(second),
            TOPIC,
            "some-driver",
            readings,
            kept,
            payload.size(),
            payload));
  }

  @Test
  void what_was_understood_and_what_was_not_are_shown_as_they_came() {
    heard(1, 2, Optional.empty(), Payload.ofUtf8("{\"t\":1}"));
    Text why = Text.of("ingest.kept.rejected", "no length");
    heard(2, 0, Optional.of(new Frame.Why(Kind.REJECTED, why)), Payload.ofHex("ff00"));

    assertThat(frames.list("MC-east", LoggedIn.ADMINISTRATOR))
        .satisfiesExactly(
            rejected -> {
              assertThat(rejected.receivedAt()).isEqualTo(TestTown.START.plusSeconds(2));
              assertThat(rejected.kept()).contains(Kind.REJECTED);
              assertThat(rejected.keptName().orElseThrow().zh()).isNotBlank();
              assertThat(rejected.reason().orElseThrow().en()).contains("no length");
              assertThat(rejected.hex()).isEqualTo("ff00");
              assertThat(rejected.text()).isEmpty();
            },
            read -> {
              assertThat(read.readings()).isEqualTo(2);
              assertThat(read.kept()).isEmpty();
              assertThat(read.reason()).isEmpty();
              assertThat(read.topic()).isEqualTo(TOPIC);
              assertThat(read.driver()).isEqualTo("some-driver");
              assertThat(read.size()).isEqualTo(7);
              assertThat(read.hex()).isEqualTo("7b2274223a317d");
              assertThat(read.text()).contains("{\"t\":1}");
            });
  }

  @Test
  void a_device_that_was_not_heard_has_none() {
    assertThat(frames.list("MC-west", LoggedIn.ADMINISTRATOR)).isEmpty();
  }

  @Test
  void the_messages_of_a_device_that_is_not_the_viewers_are_not_told() {
    heard(1, 1, Optional.empty(), Payload.ofUtf8("x"));
    LoggedIn western = LoggedIn.ADMINISTRATOR.in("west");
    refused(404, "ZL-3022", () -> frames.list("MC-east", western));
    refused(404, "ZL-3022", () -> frames.list("MC-none", LoggedIn.ADMINISTRATOR));
    refused(401, "ZL-3001", () -> frames.list("MC-east", LoggedIn.NOBODY));
  }
}
