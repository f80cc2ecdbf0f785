package org.zhili.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.demo.city.Options.Parsed;
import org.zhili.text.Language;
import org.zhili.text.Words;

class OptionsTest {
  @Test
  void without_options_it_is_lively_and_goes_on() {
    assertThat(Options.parse(List.of("--home", "/town")))
        .isEqualTo(new Parsed.Asked(new Options(30, Optional.empty(), Path.of("/town"))));
  }

  @Test
  void speed_and_length_can_be_chosen() {
    assertThat(Options.parse(List.of("--speed", "60", "--home", "/town", "--seconds", "30")))
        .isEqualTo(
            new Parsed.Asked(
                new Options(60, Optional.of(Duration.ofSeconds(30)), Path.of("/town"))));
  }

  @ParameterizedTest
  @CsvSource({
    "--speed,0",
    "--speed,-1",
    "--speed,3601",
    "--speed,fast",
    "--speed,NaN",
    "--seconds,0",
    "--seconds,1.5",
    "--seconds,86401",
    "--seconds,x",
    "--secs,30"
  })
  void what_cannot_be_is_told(String option, String value) {
    Parsed parsed = Options.parse(List.of("--home", "/town", option, value));
    assertThat(parsed).isInstanceOf(Parsed.Told.class);
    assertThat(((Parsed.Told) parsed).isWrong()).isTrue();
    assertThat(((Parsed.Told) parsed).text().arguments()).contains(option);
  }

  @Test
  void a_value_that_is_missing_is_told_and_so_is_a_home() {
    assertThat(((Parsed.Told) Options.parse(List.of("--home", "/t", "--speed"))).text().key())
        .isEqualTo("demo.option-alone");
    assertThat(((Parsed.Told) Options.parse(List.of())).text().key())
        .isEqualTo("demo.option-missing");
  }

  @Test
  void help_is_no_mistake() {
    assertThat(((Parsed.Told) Options.parse(List.of("--help"))).isWrong()).isFalse();
  }

  @Test
  void both_languages_have_the_same_words() {
    Words words = Words.beside(DemoCity.class);
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN)).isNotEmpty();
  }
}
