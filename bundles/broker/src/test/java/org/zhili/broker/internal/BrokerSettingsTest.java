package org.zhili.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokerSettingsTest {
  @Test
  void without_a_word_the_broker_is_local_and_careful() {
    assertThat(read(Map.of("directory", "mqtt")))
        .isEqualTo(
            new BrokerSettings.Reading.Sound(
                new BrokerSettings(
                    "127.0.0.1",
                    1_883,
                    Path.of("mqtt"),
                    65_536,
                    10_000,
                    128,
                    95,
                    86_400,
                    1_000,
                    true)));
  }

  @Test
  void a_value_out_of_range_is_told_with_its_bounds() {
    assertThat(line(Map.of("directory", "mqtt", "port", 70_000)))
        .startsWith("ZL-4002 ")
        .contains("port is 70000, not between 0 and 65535")
        .contains("port 的值 70000 不在 0 到 65535 之间");
  }

  @Test
  void a_value_that_is_no_number_is_told_by_its_name() {
    assertThat(line(Map.of("directory", "mqtt", "maxPacketBytes", "much")))
        .startsWith("ZL-4001 ")
        .contains("setting maxPacketBytes");
  }

  @Test
  void a_missing_directory_is_told_by_its_name() {
    assertThat(line(Map.of())).startsWith("ZL-4001 ").contains("setting directory");
  }

  @ParameterizedTest
  @EnumSource
  void every_fault_has_words_in_both_languages(Fault.Code code) {
    String line = Fault.of(code, "one", "two", "three", "four").line();
    assertThat(line)
        .matches(
            "ZL-40\\d\\d MQTT 消息服务[未已].+：.+ / The MQTT broker (did not start|did not take its settings|stopped): .+");
  }

  private static BrokerSettings.Reading read(Map<String, Object> values) {
    return BrokerSettings.read(configuration(values));
  }

  private static String line(Map<String, Object> values) {
    BrokerSettings.Reading reading = read(values);
    assertThat(reading).isInstanceOf(BrokerSettings.Reading.Faulty.class);
    return ((BrokerSettings.Reading.Faulty) reading).fault().line();
  }

  /** A configuration as Declarative Services makes one: a wrong type shows when it is asked for. */
  static BrokerConfiguration configuration(Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("annotationType", BrokerConfiguration.class);
    Annotation proxy =
        (Annotation)
            Proxy.newProxyInstance(
                BrokerConfiguration.class.getClassLoader(),
                new Class<?>[] {BrokerConfiguration.class},
                (self, method, arguments) -> {
                  Object value = all.getOrDefault(method.getName(), method.getDefaultValue());
                  if (value instanceof String && method.getReturnType() == int.class) {
                    throw new IllegalArgumentException("not a number: " + value);
                  }
                  return value;
                });
    return (BrokerConfiguration) proxy;
  }
}
