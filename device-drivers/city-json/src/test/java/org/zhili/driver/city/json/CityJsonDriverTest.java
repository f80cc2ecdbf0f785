package org.zhili.driver.city.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.tck.DeviceDriverContract;
import org.zhili.tck.Range;

class CityJsonDriverTest extends DeviceDriverContract {
  private static final Origin ORIGIN = Origin.of("zhili/v1/demo/d/up", new DeviceId("d"));

  @Override
  protected DeviceDriver driver() {
    return new CityJsonDriver();
  }

  @Override
  protected List<Range> ranges() {
    String reason = "the city judges each number, and a status is not lost for one beside it";
    return Stream.of(Quantity.values())
        .map(each -> new Range(each.key(), -Double.MAX_VALUE, Double.MAX_VALUE, reason))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_json_is_rejected_with_a_short_reason(Payload payload) {
    assertThat(decode(payload))
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> assertThat(rejected.reason()).startsWith("expected").hasSizeLessThan(500));
  }

  static Stream<Payload> hostile() {
    String head = "{\"device_id\":\"d\",\"status\":\"ok\",";
    return Stream.concat(
        Stream.of(
                head + "\"x\":" + "[".repeat(100_000 - head.length()) + "}",
                head + "\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}",
                head + "\"x\":\"" + "a".repeat(70_000) + "\"}",
                head + "\"readings\":{\"temperature\":" + "9".repeat(10_000) + "}}",
                head + "\"readings\":{\"temperature\":1e400}}",
                head + "\"readings\":{\"temperature\":NaN}}",
                head + "\"readings\":{\"temperature\":\"21\"}}",
                head + "\"readings\":{\"temperature\":1,\"temperature\":2}}",
                head + "\"readings\":[1]}",
                head + "\"status\":\"tilted\"}",
                head + "\"location\":\"\\u0000\"}",
                head + "\"location\":\"\\ud800 alone\"}",
                head + "\"location\":\"" + "a".repeat(257) + "\"}",
                head + "\"" + "n".repeat(300) + "\":1}",
                head + "\"x\":tru}",
                head + "\"x\":1} {}",
                head + "\"x\":1",
                "{",
                "{}",
                "{1}",
                "{\"device_id\":7,\"status\":\"ok\"}",
                "{\"device_id\":\"d\",\"status\":{}}",
                "{\"device_id\":\"d\",\"status\":\" \"}",
                "{\"device_id\":\"d e\",\"status\":\"ok\"}")
            .map(Payload::ofUtf8),
        Stream.of(
            Payload.ofHex("7b22 6465766963655f6964 22 3a 22 c3 28 22 7d"),
            Payload.ofHex("7b00 2200 7d00")));
  }

  @Test
  void what_is_no_json_object_belongs_to_others() {
    assertThat(Stream.of("", "  ", "[]", "\"d\"", "1", "null", "\uFEFF{}", "##0101QN").toList())
        .allSatisfy(
            text -> assertThat(decode(Payload.ofUtf8(text))).isInstanceOf(Decoded.NotMine.class));
  }

  private static Decoded decode(Payload payload) {
    return new CityJsonDriver()
        .decode(
            new DeviceMessage(
                ORIGIN, payload, Instant.parse("2026-01-01T00:00:00Z"), ZoneId.of("UTC")));
  }
}
