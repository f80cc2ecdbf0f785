package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the archetypes make, built as their users build it, and dropped into a town that runs. That
 * of a driver is built in {@link ReadmeIT}.
 */
@ExtendWith(SharedTown.class)
@TestInstance(Lifecycle.PER_CLASS)
class ArchetypeIT {
  private static final Path EXAMPLES = Path.of("../../examples");
  private static final String CHINESE = "zhili.lang = zh";

  private final VendorMachine machine;
  private final Town town;
  private final Path city;
  private final String usual;

  ArchetypeIT(UnpackedTown unpacked, @TempDir Path temp) throws Exception {
    this.town = unpacked.town().ready();
    this.machine = VendorMachine.in(temp);
    machine.takeKit(town);
    this.city = town.home().resolve("etc/city/city.json");
    this.usual = Files.readString(city);
  }

  @AfterEach
  void leave_the_town_as_it_was() throws IOException {
    Files.writeString(city, usual);
    for (String name : List.of("hello-strategy", "hello-scoring", "hello-module")) {
      Files.deleteIfExists(town.home().resolve("deploy/" + name + ".jar"));
      Eventually.passes(() -> assertThat(plugIns()).doesNotContainKey(name));
    }
    Eventually.passes(
        () ->
            assertThat(plugIns())
                .containsEntry("rule-table", "IN_USE")
                .containsEntry("three-rates", "IN_USE"));
  }

  @Test
  void the_driver_in_the_examples_is_the_one_that_is_made() throws Exception {
    Path made = machine.begin("driver", "hello-driver", "-DdriverClass=HelloDriver");

    assertThat(files(EXAMPLES.resolve("hello-driver"))).isEqualTo(files(made));
  }

  @Test
  void the_city_in_the_examples_is_the_one_that_is_made() throws Exception {
    Path made = machine.begin("city", "city-assembly");

    assertThat(files(EXAMPLES.resolve("city-assembly"))).isEqualTo(files(made));
  }

  @Test
  void the_strategy_in_the_examples_is_the_one_that_is_made_and_dispatches() throws Exception {
    Path made = machine.begin("strategy", "hello-strategy");
    assertThat(files(EXAMPLES.resolve("hello-strategy"))).isEqualTo(files(made));

    machine.build(made, town);
    choose("rule-table", "hello-strategy");

    try (Cover cover = Cover.of(town, "archetype-strategy")) {
      cover.says("tilted");
      Matter matter = cover.onlyCase().ledBy("municipal-works");
      assertThat(matter.traced("dispatch").path("advisor").asText()).startsWith("hello-strategy@");
      assertThat(matter.traced("dispatch").toString()).contains("手头案件最少");
    }
  }

  @Test
  void a_scoring_model_grades() throws Exception {
    machine.build(machine.begin("scoring", "hello-scoring"), town);
    choose("three-rates", "hello-scoring");

    try (Cover cover = Cover.of(town, "archetype-scoring")) {
      cover.says("tilted");
      Matter matter = cover.onlyCase().ledBy("municipal-works");
      // a milestone that is met counts in the period it was met in
      matter.act(town.people().of("municipal-works"), "acknowledge");
      town.people()
          .supervisor()
          .post(
              "/scores/runs",
              """
              {"from": "2026-05-01", "to": "2026-05-31"}""")
          .expect(200);
    }

    JsonNode card =
        town.people().supervisor().read("/scores/municipal-works?from=2026-05-01&to=2026-05-31");
    assertThat(card.path("model").asText()).startsWith("hello-scoring");
    assertThat(card.at("/lines/0/why/zh").asText()).endsWith("已结案 0 件。");
  }

  @Test
  void the_module_in_the_examples_is_the_one_that_is_made_and_brings_what_it_says()
      throws Exception {
    Path made = machine.begin("module", "hello-module");
    assertThat(files(EXAMPLES.resolve("hello-module"))).isEqualTo(files(made));
    machine.build(made, town);

    Eventually.passes(() -> assertThat(plugIns()).containsEntry("hello-module", "IN_USE"));
    Eventually.passes(
        () ->
            assertThat(town.people().operator().read("/case-types").findValuesAsText("id"))
                .contains("hello-module.request"));
    Screen.chromium().ifPresent(this::look);
    town.people().administrator();
    assertThat(town.console().run(CHINESE, "zhili:hello-module")).contains("模块已就位。");
    assertThat(town.console().run("zhili:hello-module --help"))
        .contains("Say that the module is there.");

    Files.delete(town.home().resolve("deploy/hello-module.jar"));
    Eventually.passes(() -> assertThat(plugIns()).doesNotContainKey("hello-module"));
    assertThat(town.console().run(CHINESE, "zhili:hello-module"))
        .contains("Command not found")
        .doesNotContain("模块已就位。");
  }

  private void look(Path chromium) {
    town.people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "hello-module.request", "source": "hotline", "subject": "unknown_cover", "condition": "loose",
             "area": "990001001001001", "address": "诉求路 1 号", "summary": "井盖松动，请处理"}""")
        .expect(201);
    try (Screen screen = Screen.of(chromium, town)) {
      Page page = screen.openAs("operator", 390, 844, "#/hello-module");
      page.getByText("井盖松动，请处理").waitFor();
      assertThat(page.locator("nav [aria-current]").innerText()).isEqualTo("诉求办理");
      assertThat(Screen.barriers(page)).isEmpty();
      assertThat(screen.faults()).isEmpty();
    }
  }

  /** Let the city choose a plug-in in the place of another, once it is there. */
  private void choose(String before, String name) throws IOException {
    Eventually.passes(() -> assertThat(plugIns()).containsEntry(name, "IN_USE"));
    String rules = rules();
    Files.writeString(city, usual.replace('"' + before + '"', '"' + name + '"'));
    Eventually.passes(() -> assertThat(rules()).isNotEqualTo(rules));
  }

  private String rules() {
    return town.people().operator().read("/status").path("rules").asText();
  }

  /** The plug-ins, and how each stands. */
  private Map<String, String> plugIns() {
    Map<String, String> states = new TreeMap<>();
    JsonNode all = town.people().operator().read("/status").path("plugIns");
    StreamSupport.stream(all.spliterator(), false)
        .forEach(one -> states.put(one.path("id").asText(), one.path("state").asText()));
    return states;
  }

  /** What is in a project before anything is built, by path. */
  private static Map<String, String> files(Path project) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(project)) {
      all.filter(Files::isRegularFile)
          .map(project::relativize)
          .filter(file -> !file.startsWith("target"))
          .forEach(file -> contents.put(file.toString(), read(project.resolve(file))));
    }
    return contents;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
