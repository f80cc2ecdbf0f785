package org.zhili.tck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {
  @ParameterizedTest
  @CsvSource({
    "zhili/v1/+/+/up, zhili/v1/demo/MC-001/up, true",
    "zhili/v1/+/+/up, zhili/v1/demo/MC-001/down, false",
    "zhili/v1/+/+/up, zhili/v1/demo/MC-001/up/more, false",
    "a/#, a, true",
    "a/#, a/b/c, true",
    "a/#, b, false",
    "+/+, /finance, true",
    "+, /finance, false",
    "#, $SYS/uptime, false",
    "+/uptime, $SYS/uptime, false",
    "$SYS/#, $SYS/uptime, true"
  })
  void a_filter_matches_as_mqtt_says(String filter, String topic, boolean matches) {
    assertThat(new TopicFilter(filter).matches(topic)).isEqualTo(matches);
    assertThat(new TopicFilter(filter).fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/#/b", "a#", "a/b+", "+a/b", "$share/group/a", "a\0b"})
  void a_wrong_filter_has_a_fault(String filter) {
    assertThat(new TopicFilter(filter).fault()).isPresent();
  }
}
