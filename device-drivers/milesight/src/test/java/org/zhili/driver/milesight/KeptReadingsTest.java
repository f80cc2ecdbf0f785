package org.zhili.driver.milesight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** What a device kept has its own time, in the same frame as what it measures now. */
class KeptReadingsTest {
  private static final DeviceId DEVICE = new DeviceId("WL-1");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void each_reading_of_a_frame_has_its_own_time() {
    assertThat(decode("01 75 64 20 CE 00D85469 3200 20 CE 58DA5469 3300 03 77 0200"))
        .isEqualTo(
            new Decoded.Readings(
                List.of(
                    now("battery.level", 100),
                    kept("2025-12-31T08:00:00Z", 50),
                    kept("2025-12-31T08:10:00Z", 51),
                    now("water.depth", 2))));
  }

  @Test
  void a_clock_may_run_ahead_by_a_day() {
    assertThat(decode("20 CE 800A5769 3200"))
        .isEqualTo(new Decoded.Readings(List.of(kept("2026-01-02T00:00:00Z", 50))));
    assertThat(decode("20 CE 810A5769 3200"))
        .isEqualTo(
            new Decoded.Rejected(
                "expected the time of a kept entry from 2015-01-01T00:00:00Z to"
                    + " 2026-01-02T00:00:00Z, got 2026-01-02T00:00:01Z"));
  }

  private static Decoded decode(String hex) {
    Origin origin = Origin.of("zhili/v1/demo/WL-1/up", DEVICE);
    return new Em500SwlDriver()
        .decode(new DeviceMessage(origin, Payload.ofHex(hex), NOW, ZoneId.of("Asia/Shanghai")));
  }

  private static Reading now(String metric, double value) {
    return new Reading(DEVICE, metric, new Value.Measure(value), NOW, TimeSource.RECEIVED);
  }

  private static Reading kept(String at, double depth) {
    return new Reading(
        DEVICE, "water.depth", new Value.Measure(depth), Instant.parse(at), TimeSource.DEVICE);
  }
}
