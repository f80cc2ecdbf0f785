package org.zhili.driver.hj212;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.zhili.id.DeviceId;
import org.zhili.tck.DeviceDriverContract;

class Hj212DriverTest extends DeviceDriverContract {
  private static final Origin ORIGIN =
      Origin.of(
          "zhili/v1/demo/010000A8900016F000169DC0/up", new DeviceId("010000A8900016F000169DC0"));
  private static final Payload SAMPLE =
      Payload.ofUtf8(
          Packets.of(
              "CN=2011", "DataTime=20160801085857;w01001-Rtd=7.1,w01001-Flag=N;a34004-Rtd=35"));

  @Override
  protected DeviceDriver driver() {
    return new Hj212Driver();
  }

  @Test
  void a_flipped_bit_is_noticed_wherever_it_is() {
    assertThat(decode(SAMPLE)).isInstanceOf(Decoded.Readings.class);
    for (int bit = 0; bit < SAMPLE.size() * 8; bit++) {
      byte[] flipped = SAMPLE.toBytes();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(decode(Payload.of(flipped)))
          .as("bit %d of byte %d", bit % 8, bit / 8)
          .isNotInstanceOf(Decoded.Readings.class);
    }
  }

  @Test
  void a_password_is_in_no_reason() {
    assertThat(
            List.of(
                decode(Payload.ofUtf8(Packets.of("CN=2011", "DataTime=x"))),
                decode(Payload.ofUtf8(Packets.of("CN=2099", ""))),
                decode(Payload.ofUtf8(Packets.of("CN=2011;PW=654321", "")))))
        .allSatisfy(
            answer ->
                assertThat(((Decoded.Rejected) answer).reason())
                    .doesNotContain("123456", "654321"));
  }

  @Test
  void every_metric_has_one_unit() {
    List<Metric> metrics = List.copyOf(driver().info().metrics());
    assertThat(metrics.stream().map(Metric::key).collect(Collectors.toSet()))
        .hasSameSizeAs(metrics)
        .contains("water.cod", "air.pm2-5", "noise.leq", "water.cod.hour.amount");
  }

  private static Decoded decode(Payload payload) {
    return new Hj212Driver()
        .decode(
            new DeviceMessage(
                ORIGIN, payload, Instant.parse("2016-08-01T01:00:00Z"), ZoneId.of("Asia/Urumqi")));
  }
}
