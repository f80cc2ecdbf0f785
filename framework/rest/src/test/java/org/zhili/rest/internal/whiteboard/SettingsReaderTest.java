package org.zhili.rest.internal.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.rest.internal.engine.Settings;
import org.zhili.rest.internal.engine.TrustedProxies;

class SettingsReaderTest {
  @Test
  void without_a_word_logins_are_required_and_bodies_small() {
    assertThat(read(Map.of()))
        .isEqualTo(new Settings(true, 1_048_576, 16_777_216, TrustedProxies.NONE));
  }

  @Test
  void a_city_may_do_without_logins() {
    assertThat(read(Map.of("authentication", "none")).authenticationRequired()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "None", "off", "false", "nonee"})
  void what_is_not_clearly_none_is_required(String word) {
    assertThat(read(Map.of("authentication", word)).authenticationRequired()).isTrue();
  }

  @Test
  void a_limit_out_of_range_or_no_number_is_the_usual_one() {
    assertThat(read(Map.of("maxBodyBytes", 0L)).maxBodyBytes()).isEqualTo(1_048_576);
    assertThat(read(Map.of("maxUploadBytes", "many")).maxUploadBytes()).isEqualTo(16_777_216);
    assertThat(read(Map.of("maxBodyBytes", 2_000L)).maxBodyBytes()).isEqualTo(2_000);
  }

  @Test
  void a_wrong_value_leaves_the_one_before_in_force() {
    Settings before =
        read(
            Map.of("maxBodyBytes", 2_000L, "maxUploadBytes", 3_000L, "trustedProxies", "10.0.0.5"));
    Map<String, Object> wrong =
        Map.of("maxBodyBytes", 5L, "maxUploadBytes", "many", "trustedProxies", "proxy.example");
    assertThat(SettingsReader.read(configuration(wrong), before)).isEqualTo(before);
    assertThat(SettingsReader.read(configuration(Map.of()), before)).isEqualTo(Settings.USUAL);
  }

  @Test
  void a_slip_never_leaves_open_what_was_open() {
    Settings open = read(Map.of("authentication", "none"));
    assertThat(
            SettingsReader.read(configuration(Map.of("authentication", "nonee")), open)
                .authenticationRequired())
        .isTrue();
  }

  @Test
  void proxies_are_addresses_or_networks_and_where_there_were_none_what_is_neither_is_left_out() {
    TrustedProxies proxies =
        read(Map.of(
                "trustedProxies", "10.0.0.5, 2001:db8::/32 proxy.example,0.0.0.0/0 ,10.1.0.0/33"))
            .trustedProxies();
    assertThat(proxies.text()).isEqualTo("10.0.0.5/32, 2001:db8:0:0:0:0:0:0/32");
    assertThat(read(Map.of("trustedProxies", " ")).trustedProxies()).isEqualTo(TrustedProxies.NONE);
  }

  private static Settings read(Map<String, Object> values) {
    return SettingsReader.read(configuration(values), Settings.USUAL);
  }

  static RestConfiguration configuration(Map<String, Object> values) {
    Annotation proxy =
        (Annotation)
            Proxy.newProxyInstance(
                RestConfiguration.class.getClassLoader(),
                new Class<?>[] {RestConfiguration.class},
                (self, method, arguments) -> {
                  Object value = values.getOrDefault(method.getName(), method.getDefaultValue());
                  if (value instanceof String && method.getReturnType() == long.class) {
                    throw new IllegalArgumentException("not a number: " + value);
                  }
                  return value;
                });
    return (RestConfiguration) proxy;
  }
}
