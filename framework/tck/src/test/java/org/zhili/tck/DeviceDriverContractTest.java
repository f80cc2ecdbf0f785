package org.zhili.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.tck.Outcome.aborted;
import static org.zhili.tck.Outcome.entries;
import static org.zhili.tck.Outcome.failures;
import static org.zhili.tck.Outcome.run;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceDriverContractTest {
  @Test
  void a_driver_without_fault_passes_every_rule() {
    var results = run(WrongDrivers.Faultless.class);

    assertThat(failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isGreaterThan(20);
    assertThat(aborted(results))
        .containsExactlyInAnyOrder(
            "rule 3, flipped bits: its frames carry no checksum",
            "rule 10: there is no jar yet; it is looked into by mvn verify");
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("wrong")
  void a_broken_rule_is_red_and_says_why(Class<?> contract, int rule, List<String> words) {
    Outcome.assertBroken(contract, rule, words);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            WrongDrivers.Off.class,
            1,
            List.of("twenty and a half degrees (vectors/test-thermometer.vectors:2)", "293.65")),
        Arguments.of(WrongDrivers.Accepting.class, 1, List.of("at least one that is rejected")),
        Arguments.of(
            WrongDrivers.Fileless.class, 1, List.of("vectors/test-fileless.vectors", "none")),
        Arguments.of(
            WrongDrivers.Misspelled.class,
            1,
            List.of("vectors/test-misspelled.vectors:2", "no such word: topik")),
        Arguments.of(WrongDrivers.Chatty.class, 2, List.of("humidity", "temperature")),
        Arguments.of(WrongDrivers.Throwing.class, 3, List.of("IndexOutOfBounds")),
        Arguments.of(WrongDrivers.Silent.class, 3, List.of("null")),
        Arguments.of(
            WrongDrivers.Inventive.class,
            3,
            List.of("alarm with a time of its own", "cut to 2 bytes: 0202", "51.2")),
        Arguments.of(
            WrongDrivers.Trusting.class,
            3,
            List.of("with bit 0 of byte 1 flipped: 0101cdcc", "the checksum fails", "46.1")),
        Arguments.of(WrongDrivers.Remembering.class, 4, List.of("T-1 temperature")),
        Arguments.of(WrongDrivers.Unlisted.class, 6, List.of("META-INF/services")),
        Arguments.of(WrongDrivers.MisFiltered.class, 7, List.of("test/#/up")),
        Arguments.of(WrongDrivers.Elsewhere.class, 7, List.of("other/+/up", "test/T-1/up")),
        Arguments.of(WrongDrivers.Greedy.class, 8, List.of("EM320-TILT", "nothing")),
        Arguments.of(
            WrongDrivers.Implausible.class,
            9,
            List.of("a value from -60.0 to 150.0 (vocabulary: temperature)")));
  }

  @Test
  void a_driver_that_checks_its_checksum_understands_no_wrong_bit() {
    var results = run(WrongDrivers.Checking.class);

    // rule 6 alone: it is not among the services
    assertThat(failures(results)).allSatisfy(text -> assertThat(text).startsWith("rule 6"));
    assertThat(aborted(results)).noneSatisfy(text -> assertThat(text).contains("checksum"));
  }

  @Test
  void a_range_of_its_own_counts_and_is_told_with_its_reason() {
    var results = run(WrongDrivers.Furnace.class);

    assertThat(failures(results)).allSatisfy(text -> assertThat(text).startsWith("rule 6"));
    assertThat(entries(results))
        .anySatisfy(entry -> assertThat(entry).contains("it sits in a furnace", "4000"));
  }

  @Test
  void a_word_of_its_own_is_a_warning_in_the_report() {
    assertThat(entries(run(WrongDrivers.OddName.class)))
        .anySatisfy(entry -> assertThat(entry).contains("not in the shared vocabulary: warmth"))
        .anySatisfy(entry -> assertThat(entry).contains("usually in Cel: temperature in K"));
  }

  @Test
  void an_unknown_unit_is_a_warning_in_the_report() {
    var results = run(WrongDrivers.OddUnit.class);

    assertThat(failures(results)).allSatisfy(text -> assertThat(text).startsWith("rule 6"));
    assertThat(entries(results))
        .anySatisfy(entry -> assertThat(entry).contains("rule 9", "temperature in degrees"));
    assertThat(entries(run(WrongDrivers.Faultless.class)))
        .noneSatisfy(entry -> assertThat(entry).contains("rule 9"));
  }

  @Test
  void the_time_of_each_message_is_in_the_report() {
    assertThat(entries(run(WrongDrivers.Faultless.class)))
        .anySatisfy(entry -> assertThat(entry).contains("twenty and a half degrees", "µs"));
  }
}
