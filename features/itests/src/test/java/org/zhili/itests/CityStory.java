package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.zhili.core.shelf.JarReader;

/**
 * What a city's IT department does, told as a program that {@link CityIT} runs, without a network
 * if it can: take what Zhili is handed out with, build the city of the examples, start it, and put
 * in later what was left out.
 */
final class CityStory {
  private static final Path EXAMPLE = Path.of("../../examples/city-assembly");
  private static final String VERSION = System.getProperty("zhili.version");

  private static final List<String> CHOSEN =
      List.of(
          "zhili-urban",
          "zhili-dispatch-rules",
          "zhili-scoring-weighted",
          "zhili-ingestion",
          "zhili-broker",
          "zhili-driver-city-json",
          "zhili-driver-milesight");

  /** Also what only Zhili's own archive is for. */
  private static final List<String> LEFT_OUT =
      List.of(
          "zhili-listener",
          "zhili-envelope-",
          "zhili-driver-df702",
          "zhili-driver-hj212",
          "zhili-driver-sl651",
          "demo-city");

  private final Path handedOut = UnpackedTown.in("handed-out").town().home();
  private final VendorMachine machine;
  private final Path project;

  private CityStory(Path temp) throws Exception {
    machine = VendorMachine.in(temp);
    machine.takeKitAndParts(handedOut);
    project = machine.home().resolve("city-assembly");
    copy(EXAMPLE, project);
  }

  /**
   * Tell it.
   *
   * @param arguments an empty folder
   */
  public static void main(String[] arguments) throws Exception {
    CityStory story = new CityStory(Path.of(arguments[0]));
    story.machine.pack(story.project);
    story.what_does_not_fit_is_refused();
    // all that Maven needs has been fetched by now
    story.machine.pack(story.project, "-o");
    story.only_what_was_chosen_is_in_the_archive();
    story.it_runs_and_takes_in_what_was_left_out();
  }

  private void what_does_not_fit_is_refused() throws IOException {
    Path pom = project.resolve("pom.xml");
    String good = Files.readString(pom);
    Files.writeString(
        pom, good.replace("<feature>zhili-broker</feature>", "<feature>zhili-brokr</feature>"));
    Path units = project.resolve("city/units.csv");
    String known = Files.readString(units);
    Files.writeString(units, known + "sanitation,环卫,Sanitation,,,,\n");

    assertThatThrownBy(() -> machine.pack(project, "-o"))
        .hasMessageContaining("ZL-1350 没有名为 zhili-brokr 的部分，请在 pom.xml 中改正；还可以选用：zhili-broker,")
        .hasMessageContaining("ZL-1350 There is no part zhili-brokr: correct it in pom.xml")
        .hasMessageContaining("ZL-1353 zhili-ingestion has no MQTT broker to connect to")
        .hasMessageContaining("city/units.csv:6:1 ZL-1230 ");
    Files.writeString(pom, good);
    Files.writeString(units, known);
  }

  private void only_what_was_chosen_is_in_the_archive() throws IOException {
    Path made = project.resolve("target/assembly");
    List<String> files;
    try (Stream<Path> all = Files.walk(made)) {
      files = all.map(file -> made.relativize(file).toString()).toList();
    }
    String features =
        Files.readString(
            made.resolve("system/org/zhili/zhili-features")
                .resolve(VERSION)
                .resolve("zhili-features-" + VERSION + "-features.xml"));
    for (String name : CHOSEN) {
      assertThat(files).anyMatch(file -> file.endsWith(jar(name)));
      assertThat(features).contains('"' + name + '"');
    }
    for (String name : LEFT_OUT) {
      assertThat(files).noneMatch(file -> file.contains(name));
      assertThat(features).doesNotContain('"' + name);
    }
    assertThat(files).noneMatch(file -> file.startsWith("kit")).contains("bin/zhili");
  }

  private void it_runs_and_takes_in_what_was_left_out() throws IOException {
    Path archive = project.resolve("target/city-assembly-1.0.0.tar.gz");
    try (UnpackedTown unpacked = UnpackedTown.of(archive, "city-assembly").start()) {
      Town town = unpacked.town();
      it_lives_by_the_rules_and_speaks_the_words_of_the_city(town);
      assertThat(plugIns(town)).contains("urban", "city-json").doesNotContain("dingtek-df702");

      town.people().administrator();
      assertThat(module(town, "install " + stick(town.home().resolve("data/tmp/stick"))))
          .contains("org.zhili.driver.df702");
      Eventually.passes(() -> assertThat(plugIns(town)).contains("dingtek-df702"));
      assertThat(plugIns(town)).doesNotContain("hj212");
      assertThat(module(town, "install " + handedOut("zhili-driver-hj212")))
          .contains("org.zhili.driver.hj212");
      Eventually.passes(() -> assertThat(plugIns(town)).contains("hj212"));
    }
  }

  private static String module(Town town, String words) {
    return town.console().run("zhili:module " + words);
  }

  /** A folder with two drivers, of which its index names one. */
  private Path stick(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path meant = handedOut("zhili-driver-df702");
    for (Path jar : List.of(meant, handedOut("zhili-driver-hj212"))) {
      Files.copy(jar, folder.resolve(jar.getFileName()));
    }
    String hash = JarReader.sha256(meant);
    Files.writeString(
        folder.resolve("index.csv"), "file,sha256\n" + meant.getFileName() + "," + hash + "\n");
    return folder;
  }

  private Path handedOut(String name) {
    return handedOut.resolve("system/org/zhili").resolve(name).resolve(VERSION).resolve(jar(name));
  }

  private static void it_lives_by_the_rules_and_speaks_the_words_of_the_city(Town town) {
    assertThat(town.people().operator().read("/status").at("/city/zh").asText()).isEqualTo("临江市");
    try (Cover cover = Cover.registered(town, "MC-001")) {
      cover.says("tilted");
      assertThat(cover.onlyCase().ledBy("municipal-works").read().toString())
          .contains("滨江路1号 井盖翘起，请绕行。", "A cover stands up, please keep clear.");
    }
  }

  private static String jar(String name) {
    return name + "-" + VERSION + ".jar";
  }

  private static List<String> plugIns(Town town) {
    JsonNode all = town.people().operator().read("/status").path("plugIns");
    return StreamSupport.stream(all.spliterator(), false)
        .map(one -> one.path("id").asText())
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path name = from.relativize(file);
        if (!name.startsWith("target")) {
          Path copy = to.resolve(name.toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }
}
