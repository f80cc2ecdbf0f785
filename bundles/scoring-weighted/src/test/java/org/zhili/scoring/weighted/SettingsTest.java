package org.zhili.scoring.weighted;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.scoring.weighted.ThreeRates.Config;

class SettingsTest {
  private static final Map<String, String> DOUBLE = Map.of("response", "2");

  @Test
  void without_a_word_the_rates_weigh_the_same() {
    assertThat(new ThreeRates(config(Map.of())).criteria().get(0).maximum())
        .isEqualByComparingTo("33.33");
  }

  @Test
  void a_changed_weight_holds_at_once() {
    ThreeRates model = new ThreeRates(config(Map.of()));
    model.change(config(DOUBLE));
    assertThat(model.criteria().get(0).maximum()).isEqualByComparingTo("50");
  }

  @ParameterizedTest
  @CsvSource({
    "response, -1",
    "resolution, 10001",
    "satisfaction, a lot",
    "minimumSample, 0",
    "minimumSample, few"
  })
  void a_wrong_setting_leaves_those_before_it_in_force(String name, String value) {
    ThreeRates model = new ThreeRates(config(DOUBLE));
    model.change(config(Map.of(name, value)));
    assertThat(model.criteria().get(0).maximum()).isEqualByComparingTo("50");
  }

  @Test
  void weights_that_are_all_zero_are_wrong() {
    ThreeRates model = new ThreeRates(config(DOUBLE));
    model.change(config(Map.of("response", "0", "resolution", "0", "satisfaction", "0")));
    assertThat(model.criteria().get(0).maximum()).isEqualByComparingTo("50");
  }

  @Test
  void a_model_that_starts_with_a_wrong_setting_grades_as_usual() {
    BigDecimal usual = new ThreeRates(config(Map.of())).criteria().get(0).maximum();
    assertThat(new ThreeRates(config(Map.of("response", "?"))).criteria().get(0).maximum())
        .isEqualByComparingTo(usual);
  }

  /** As the framework makes it: a value of the wrong type shows when it is asked for. */
  private static Config config(Map<String, String> values) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                values.containsKey(method.getName())
                    ? Integer.valueOf(values.get(method.getName()))
                    : method.getDefaultValue());
  }
}
