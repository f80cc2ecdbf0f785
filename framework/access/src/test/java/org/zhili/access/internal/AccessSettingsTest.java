package org.zhili.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.access.internal.accounts.Sessions.Lifetimes;

class AccessSettingsTest {
  private static final Lifetimes SHORT =
      new Lifetimes(
          Duration.ofHours(3), Duration.ofMinutes(7), Duration.ofMinutes(5), Duration.ofDays(2));

  @ParameterizedTest
  @CsvSource({
    "sessionHours, 12h",
    "sessionHours, 0",
    "idleMinutes, 1441",
    "idleMinutes, -5",
    "browserIdleMinutes, 0",
    "displayDays, 31"
  })
  void at_the_start_a_wrong_setting_makes_way_for_the_usual_one(String name, String value) {
    assertThat(AccessSettings.read(configuration(Map.of(name, value))).lifetimes())
        .isEqualTo(Lifetimes.DEFAULT);
  }

  @Test
  void a_changed_setting_holds_at_once_and_a_wrong_one_changes_nothing(@TempDir Path folder) {
    try (TestAccess access = new TestAccess(folder)) {
      AccessDesk desk = access.desk();
      desk.change(
          configuration(
              Map.of(
                  "sessionHours", "3",
                  "idleMinutes", "7",
                  "browserIdleMinutes", "5",
                  "displayDays", "2")));
      assertThat(desk.sessions().lifetimes()).isEqualTo(SHORT);

      desk.change(
          configuration(
              Map.of(
                  "sessionHours", "often",
                  "idleMinutes", "0",
                  "browserIdleMinutes", "-1",
                  "displayDays", "0")));
      assertThat(desk.sessions().lifetimes()).isEqualTo(SHORT);
    }
  }

  /** As the framework makes it: a value of the wrong type shows when it is asked for. */
  private static AccessConfiguration configuration(Map<String, String> values) {
    return (AccessConfiguration)
        Proxy.newProxyInstance(
            AccessConfiguration.class.getClassLoader(),
            new Class<?>[] {AccessConfiguration.class},
            (proxy, method, arguments) ->
                values.containsKey(method.getName())
                    ? Integer.valueOf(values.get(method.getName()))
                    : method.getDefaultValue());
  }
}
