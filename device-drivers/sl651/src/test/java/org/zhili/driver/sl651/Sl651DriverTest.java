package org.zhili.driver.sl651;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Metric;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;
import org.zhili.tck.DeviceDriverContract;

class Sl651DriverTest extends DeviceDriverContract {
  private static final String HEAD = "000C 200724172349 F1F1 0010100001 48 F0F0 2007241723";
  private static final Instant OBSERVED = Instant.parse("2020-07-24T09:23:00Z");
  private static final Origin ORIGIN =
      Origin.of("zhili/v1/demo/0010100001/up", new DeviceId("0010100001"));

  @Override
  protected DeviceDriver driver() {
    return new Sl651Driver();
  }

  @Test
  void a_flipped_bit_is_noticed_wherever_it_is() {
    Payload sample = Frames.of(0x32, HEAD + "2019 000130 3923 00000550");
    assertThat(decode(sample)).isInstanceOf(Decoded.Readings.class);
    for (int bit = 0; bit < sample.size() * 8; bit++) {
      byte[] flipped = sample.toBytes();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(decode(Payload.of(flipped)))
          .as("bit %d of byte %d", bit % 8, bit / 8)
          .isNotInstanceOf(Decoded.Readings.class);
    }
  }

  @Test
  void the_groups_of_an_hour_are_five_minutes_apart() {
    String rain = "00 05 FF 0A 00 00 00 00 00 00 00 01";
    assertThat(read(Frames.of(0x34, HEAD + "F460" + rain)))
        .hasSize(11)
        .extracting(Reading::observedAt, Reading::value)
        .contains(
            tuple(OBSERVED, new Value.Measure(0)),
            tuple(OBSERVED.plusSeconds(5 * 60), new Value.Measure(0.5)),
            tuple(OBSERVED.plusSeconds(15 * 60), new Value.Measure(1.0)),
            tuple(OBSERVED.plusSeconds(55 * 60), new Value.Measure(0.1)));
  }

  @Test
  void uniform_values_are_a_step_apart_and_gaps_stay_gaps() {
    assertThat(
            read(Frames.of(0x31, HEAD + "0418 000100 3923 00000550 FFFFFFFF 00000570"))) // an hour
        .extracting(Reading::observedAt, Reading::value)
        .containsExactly(
            tuple(OBSERVED, new Value.Measure(0.55)),
            tuple(OBSERVED.plusSeconds(2 * 3600), new Value.Measure(0.57)));
  }

  @Test
  void values_after_a_second_time_of_observation_are_of_that_time() {
    assertThat(read(Frames.of(0x32, HEAD + "2019 000130 F0F0 2007241800 3812 1268")))
        .extracting(Reading::metric, Reading::observedAt)
        .containsExactly(
            tuple("rain", OBSERVED),
            tuple("battery.voltage", Instant.parse("2020-07-24T10:00:00Z")));
  }

  @Test
  void every_metric_has_one_unit() {
    List<Metric> metrics = List.copyOf(driver().info().metrics());
    assertThat(metrics.stream().map(Metric::key).collect(Collectors.toSet()))
        .hasSameSizeAs(metrics)
        .contains("water.level", "test.water.level", "rain.5min", "battery.voltage");
  }

  private static List<Reading> read(Payload payload) {
    return ((Decoded.Readings) decode(payload)).readings();
  }

  private static Decoded decode(Payload payload) {
    return new Sl651Driver()
        .decode(new DeviceMessage(ORIGIN, payload, OBSERVED, ZoneId.of("Asia/Urumqi")));
  }
}
