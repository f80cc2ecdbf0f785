package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What vendors and a city's technicians read is there in both languages, and as whole in each. */
class PagesTest {
  private static final String ENGLISH = "README.md";
  private static final String CHINESE = "README.zh-CN.md";
  private static final int AT_LEAST = 15;

  /** What stands at the beginning of a heading, a point, or the bar of a table. */
  private static final Pattern BEGINNING = Pattern.compile("#+ |[*-] |\\d\\. |\\|");

  private static final Pattern CODE = Pattern.compile("ZL-\\d{4}");

  static List<Path> folders() {
    List<Path> folders =
        new ArrayList<>(List.of(Reactor.root(), Reactor.root().resolve("device-drivers")));
    Town.MODULES.forEach(module -> folders.add(Reactor.root().resolve(module.folder())));
    return folders.stream().filter(folder -> Files.exists(folder.resolve(CHINESE))).toList();
  }

  @Test
  void every_part_that_a_city_can_choose_tells_of_itself_in_both() {
    assertThat(folders()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    assertThat(
            Town.MODULES.stream()
                .map(Artifact::folder)
                .filter(
                    folder -> folder.startsWith("bundles/") || folder.startsWith("device-drivers/"))
                .map(Reactor.root()::resolve)
                .filter(folder -> Files.exists(folder.resolve(ENGLISH))))
        .allMatch(folder -> Files.exists(folder.resolve(CHINESE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"framework/tck", "framework/archetypes"})
  void what_authors_of_plug_ins_work_with_tells_of_itself_in_both(String folder) {
    assertThat(folders()).contains(Reactor.root().resolve(folder));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void both_have_the_same_headings_tables_and_examples(Path folder) {
    assertThat(form(folder.resolve(CHINESE))).isEqualTo(form(folder.resolve(ENGLISH)));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void both_name_the_same_codes(Path folder) {
    assertThat(codes(folder.resolve(CHINESE))).isEqualTo(codes(folder.resolve(ENGLISH)));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void each_leads_to_the_other(Path folder) {
    assertThat(lines(folder.resolve(CHINESE))).contains("[English](README.md)");
    assertThat(lines(folder.resolve(ENGLISH))).contains("[中文](README.zh-CN.md)");
  }

  /** How the lines begin that are no prose; what is an example counts as one. */
  private static List<String> form(Path page) {
    List<String> form = new ArrayList<>();
    boolean example = false;
    for (String line : lines(page)) {
      Matcher beginning = BEGINNING.matcher(line);
      if (line.startsWith("```")) {
        example = !example;
        form.add(line);
      } else if (!example && beginning.lookingAt()) {
        form.add(beginning.group());
      }
    }
    return form;
  }

  private static List<String> codes(Path page) {
    return lines(page).stream()
        .flatMap(line -> CODE.matcher(line).results())
        .map(found -> found.group())
        .toList();
  }

  private static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
