package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.resources.Papers;
import org.zhili.text.Language;
import org.zhili.text.Words;

class TownSettingsTest {
  private static final Config RIGHT = Config.of("etc/city");

  @Test
  void right_settings_are_taken_as_they_are() {
    TownSettings.Reading reading =
        TownSettings.read(RIGHT.workers("3").grace("15").clock("2026-03-02T00:30:00Z", "60"));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.settings())
        .isEqualTo(
            new TownSettings(
                Path.of("etc/city"),
                3,
                Duration.ofSeconds(15),
                Optional.of(Instant.parse("2026-03-02T00:30:00Z")),
                60,
                Duration.ofDays(90),
                Duration.ofDays(366),
                Papers.DEFAULT.upTo(20_000).with(Path.of("fonts")),
                1200));
    assertThat(reading.settings().onRealTime()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 300, '', 1",
    "65, 300, '', 1",
    "many, 300, '', 1",
    "1, 14, '', 1",
    "1, 86401, '', 1",
    "1, 300, tomorrow, 1",
    "1, 300, '', 0",
    "1, 300, '', fast"
  })
  void a_wrong_setting_is_told_in_words_and_the_usual_one_is_used(
      String workers, String grace, String start, String speed) {
    TownSettings.Reading reading =
        TownSettings.read(RIGHT.workers(workers).grace(grace).clock(start, speed));

    assertThat(reading.faults()).hasSize(1);
    Words words = Words.beside(TownDoor.class);
    String zh = words.render(reading.faults().get(0), Language.ZH);
    String en = words.render(reading.faults().get(0), Language.EN);
    assertThat(zh).contains("org.zhili.town.cfg").contains("不可用").doesNotContain("{");
    assertThat(en).contains("org.zhili.town.cfg").contains("not possible").doesNotContain("{");
    assertThat(reading.settings().workers()).isBetween(1, 2);
    assertThat(reading.settings().grace()).isEqualTo(Duration.ofMinutes(5));
    assertThat(reading.settings().onRealTime()).isTrue();
  }
}
