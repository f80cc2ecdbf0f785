package org.zhili.city.maven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhili.text.Wording;

class ChoiceTest {
  private static final Parts PARTS =
      parts(
          part("shell"),
          part("zhili-town", "zhili-api"),
          part("zhili-api"),
          part("zhili-broker", "zhili-api"),
          part("zhili-ingestion", "zhili-api"),
          part("zhili-listener", "zhili-api"),
          part("zhili-urban", "zhili-api"),
          part("zhili-driver-hj212", "zhili-api"),
          part("zhili-envelope-iotda", "zhili-api"));

  @Test
  void a_town_may_hear_its_devices_through_the_embedded_broker() {
    assertThat(objections("zhili-broker", "zhili-ingestion", "zhili-driver-hj212")).isEmpty();
  }

  @Test
  void a_town_may_hear_its_devices_through_a_broker_of_the_city() {
    Choice choice =
        new Choice(List.of("zhili-town", "zhili-ingestion", "zhili-envelope-iotda"), true);

    assertThat(choice.objections(PARTS)).isEmpty();
  }

  @Test
  void a_town_may_hear_stations_alone() {
    assertThat(objections("zhili-listener", "zhili-driver-hj212")).isEmpty();
  }

  @Test
  void a_town_may_do_without_devices() {
    assertThat(objections("shell", "zhili-urban")).isEmpty();
  }

  @Test
  void a_part_that_does_not_exist_is_named_beside_those_that_do() {
    assertThat(objections("zhili-driver-hj21", "zhili-urban"))
        .singleElement()
        .satisfies(
            why -> {
              assertThat(why.en())
                  .startsWith("ZL-1350 There is no part zhili-driver-hj21")
                  .contains("zhili-broker, zhili-driver-hj212, zhili-envelope-iotda")
                  .doesNotContain("zhili-urban", "zhili-api", "shell");
              assertThat(why.zh()).startsWith("ZL-1350 没有名为 zhili-driver-hj21 的部分，");
            });
  }

  @Test
  void a_driver_needs_somebody_who_brings_messages() {
    assertThat(objections("zhili-driver-hj212", "zhili-envelope-iotda"))
        .singleElement()
        .satisfies(
            why ->
                assertThat(why.en())
                    .startsWith("ZL-1352 zhili-driver-hj212, zhili-envelope-iotda would get no"));
  }

  @Test
  void ingestion_needs_a_broker() {
    assertThat(objections("zhili-ingestion", "zhili-driver-hj212"))
        .singleElement()
        .satisfies(why -> assertThat(why.en()).startsWith("ZL-1353 ").contains("city's own"));
  }

  @Test
  void a_broker_needs_somebody_who_reads() {
    assertThat(objections("zhili-broker", "zhili-listener"))
        .singleElement()
        .satisfies(why -> assertThat(why.en()).startsWith("ZL-1354 "));
  }

  @Test
  void what_every_town_has_cannot_be_left_out() {
    assertThat(new Choice(List.of("zhili-urban"), false).objections(PARTS))
        .singleElement()
        .satisfies(
            why ->
                assertThat(why.zh()).startsWith("ZL-1351 ").contains("combine.children=\"append"));
  }

  private static List<Wording> objections(String... names) {
    List<String> all = Stream.concat(Stream.of("zhili-town"), Arrays.stream(names)).toList();
    return new Choice(all, false).objections(PARTS);
  }

  private static Part part(String name, String... needs) {
    return new Part(name, List.of(needs));
  }

  private static Parts parts(Part... all) {
    Map<String, Part> byName =
        Arrays.stream(all).collect(Collectors.toMap(Part::name, Function.identity()));
    return new Parts(byName);
  }
}
