package org.zhili.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every part that a city may choose is offered to it. */
class ChoiceOfPartsTest {
  private static final String PARTS = "features/repository/src/main/feature/feature.xml";
  private static final String FROM_HERE_ON = "<!-- what a city may choose -->";

  @Test
  void every_part_is_on_the_list_a_city_begins_with() throws IOException {
    assertThat(named("framework/archetypes/city/src/main/resources/archetype-resources/pom.xml"))
        .isEqualTo(choosable());
  }

  @Test
  void every_part_is_in_the_archive_that_cities_choose_from() throws IOException {
    assertThat(named("features/distribution/pom.xml")).isEqualTo(choosable());
  }

  private static Set<String> choosable() throws IOException {
    String all = read(PARTS);
    assertThat(all).contains(FROM_HERE_ON);
    Set<String> parts = all("<feature name=\"([^\"]+)\"", all.substring(all.indexOf(FROM_HERE_ON)));
    assertThat(parts).contains("zhili-broker", "zhili-urban");
    return parts;
  }

  /** Also in comments, which is how a part is offered. */
  private static Set<String> named(String pom) throws IOException {
    return all("<feature>(zhili-[^<]+)</feature>", read(pom));
  }

  private static Set<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String read(String path) throws IOException {
    return Files.readString(Reactor.root().resolve(path));
  }
}
