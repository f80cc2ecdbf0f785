package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.device.Origin;
import org.zhili.id.DeviceId;

class TopicsTest {
  private static final DeviceId COVER = new DeviceId("MC-001");

  @Test
  void a_device_speaks_on_its_own_topic() {
    assertThat(TopicForm.fault(Origin.of("zhili/v1/demo/MC-001/up", COVER), "demo")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhili/v1/demo/MC-002/up",
        "zhili/v1/other/MC-001/up",
        "zhili/v1/demo/MC-001/down",
        "zhili/v1/demo/MC-001/up/",
        "zhili/v1/demo/MC-001/up/x",
        "zhili/v1/demo//MC-001/up",
        "/zhili/v1/demo/MC-001/up",
        "zhili/v1/demo/+/up",
        "zhili/v1/#",
        "zhili/v1/demo/MC-001\u0000/up",
        "$SYS/broker",
        "../zhili/v1/demo/MC-001/up",
        ""
      })
  void a_device_speaks_on_no_other_topic(String topic) {
    assertThat(TopicForm.fault(Origin.of(topic, COVER), "demo")).isPresent();
  }

  @Test
  void a_network_speaks_on_any_topic_of_at_most_256_bytes() {
    assertThat(TopicForm.fault(network("application/7/device/24e124/event/up"), "demo")).isEmpty();
    assertThat(TopicForm.fault(network("x".repeat(256)), "demo")).isEmpty();
    assertThat(TopicForm.fault(network("盖".repeat(85)), "demo")).isEmpty();
    assertThat(TopicForm.fault(network("x".repeat(257)), "demo")).isPresent();
    assertThat(TopicForm.fault(network("盖".repeat(86)), "demo")).isPresent();
    assertThat(TopicForm.fault(network("application/+/up"), "demo")).isPresent();
    assertThat(TopicForm.fault(network(""), "demo")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b/c, a/b/c, true",
    "a/b/c, a/b, false",
    "a/b, a/b/c, false",
    "a/+/c, a/b/c, true",
    "a/+/c, a//c, true",
    "a/+/c, a/b/d/c, false",
    "a/+, a, false",
    "+, a, true",
    "+/+, a, false",
    "a/#, a/b/c, true",
    "a/#, a, true",
    "a/#, ab, false",
    "a/b/#, a, false",
    "'#', a/b, true",
    "'#', $SYS/x, false",
    "+/x, $SYS/x, false",
    "$SYS/#, $SYS/x, true"
  })
  void filters_match_as_in_mqtt(String filter, String topic, boolean matches) {
    assertThat(new TopicFilter(filter).matches(topic)).isEqualTo(matches);
  }

  private static Origin network(String topic) {
    return new Origin(topic, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }
}
