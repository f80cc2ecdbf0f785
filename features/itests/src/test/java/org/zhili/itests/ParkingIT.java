package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.zhili.itests.parking.ParkingModule;

/** A module that leaves while its cases are open, in a town that misses it after 15 seconds. */
@TestInstance(Lifecycle.PER_CLASS)
class ParkingIT {
  private static final Path JAR =
      Path.of(System.getProperty("it.dir"), "parking.jar").toAbsolutePath();
  private static final String NAME = ParkingModule.class.getPackageName();
  private static final String ENGLISH = "zhili.lang = en";
  private static final String CHINESE = "zhili.lang = zh";

  /** Business seconds in a second. */
  private static final int SPEED = 60;

  private static final Duration GRACE = Duration.ofSeconds(15);

  private final UnpackedTown unpacked = UnpackedTown.in("parking").hurrying(SPEED);
  private final Town town = unpacked.town();
  private final Rest operator;

  ParkingIT() throws Exception {
    BundleJar.of(ParkingModule.class, JAR);
    Path settings = town.home().resolve("etc/org.zhili.town.cfg");
    String usual = Files.readString(settings);
    assertThat(usual).contains("modules.grace.seconds = 300");
    Files.writeString(settings, usual.replace("= 300", "= " + GRACE.toSeconds()));
    unpacked.start();
    operator = town.people().operator();
    town.people().administrator();
  }

  @AfterAll
  void stop() {
    unpacked.close();
  }

  @Test
  void cases_of_a_module_that_is_removed_stand_still_until_it_is_installed_again() {
    shell("zhili:module install " + JAR);
    Matter matter = opened("A-removed");
    Instant due = due(matter);

    assertThat(shell("zhili:module remove " + NAME))
        .contains(
            NAME + " 1.0.0 is taken out",
            "Open cases of the types parking.complaint stay readable");
    stands_still(matter);
    shell("zhili:module install " + JAR);
    goes_on(matter, due);

    assertThat(shell("zhili:module remove " + NAME)).contains(NAME + " 1.0.0 is taken out");
  }

  /** It waits for the grace once more, so it is for the long run alone. */
  @Test
  @EnabledIfSystemProperty(named = "zhili.rounds", matches = "full")
  void cases_of_a_module_whose_file_is_deleted_stand_still_until_it_is_back() throws IOException {
    Path deployed = town.home().resolve("deploy/parking.jar");
    Files.copy(JAR, deployed);
    Matter matter = opened("A-deleted");
    Instant due = due(matter);

    Files.delete(deployed);
    stands_still(matter);
    Files.copy(JAR, deployed);
    goes_on(matter, due);

    Files.delete(deployed);
    Eventually.passes(() -> assertThat(shell("zhili:module list")).doesNotContain(NAME));
  }

  private String shell(String command) {
    return town.console().run(ENGLISH, command);
  }

  /** A complaint, once the module is there that takes it. */
  private Matter opened(String subject) {
    String report =
        """
        {"type": "parking.complaint", "filing": "usual", "source": "hotline", "subject": "%s",
         "condition": "blocked", "area": "990001001", "address": "滨江路1号", "summary": "占道停车"}"""
            .formatted(subject);
    JsonNode made =
        Eventually.get(
            Duration.ofSeconds(60), () -> operator.post("/cases", report).expect(201).json());
    return new Matter(town, made.path("id").asText());
  }

  private void stands_still(Matter matter) {
    Eventually.passes(() -> assertThat(matter.read().path("halted").asBoolean()).isTrue());
    JsonNode file = matter.read();
    assertThat(file.at("/standingName/zh").asText()).isEqualTo("暂停：提供此类案件的模块已停用");
    assertThat(file.at("/standingName/en").asText())
        .isEqualTo("Stands still: the module that brings its type is away");
    assertThat(file.at("/typeName/zh").asText()).isEqualTo("违停投诉");
    assertThat(file.path("dueAt").isTextual()).as("a clock that runs in %s", file).isFalse();
    assertThat(file.at("/milestones/0/dueAt").isTextual()).as("a time in %s", file).isFalse();
    it_stands_still_since_the_module_left(matter, file);
    it_is_listed_and_can_be_noted_on_and_no_more(matter, file);
    the_shell_says_so_and_what_helps(file.path("number").asText());
  }

  private static void it_stands_still_since_the_module_left(Matter matter, JsonNode file) {
    Instant from = Instant.parse(file.at("/pauses/0/from").asText());
    Instant missed = Instant.parse(matter.traced("halt").path("at").asText());
    assertThat(from)
        .isAfter(Instant.parse(file.path("reportedAt").asText()))
        .isBeforeOrEqualTo(missed.minus(GRACE.minusSeconds(2).multipliedBy(SPEED)));
  }

  private void it_is_listed_and_can_be_noted_on_and_no_more(Matter matter, JsonNode file) {
    JsonNode listed = operator.read("/cases?subject=" + file.path("subject").asText());
    assertThat(listed.at("/items/0/halted").asBoolean()).as("%s", listed).isTrue();
    assertThat(file.path("possible")).extracting(JsonNode::asText).containsExactly("note");
    Rest.Answer refused =
        operator.post(
            "/cases/" + matter.id() + "/actions",
            """
            {"action": "accept"}""");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("ZL-2018", "提供案件类型“parking.complaint”的模块已停用，案件暂停计时", "install the module again");
  }

  private void the_shell_says_so_and_what_helps(String number) {
    String said =
        town.console().run(ENGLISH, "zhili:case list", CHINESE, "zhili:case show " + number);
    assertThat(said)
        .containsPattern(number + " .* stands still: the module that brings its type is away")
        .containsPattern(number + " .* 暂停：提供此类案件的模块已停用");
    Eventually.passes(
        () ->
            assertThat(shell("zhili:doctor"))
                .contains("The unfinished cases of type \"parking.complaint\" stand still"));
  }

  /** Its clock has lost the time in which the module was away, to the microsecond. */
  private void goes_on(Matter matter, Instant due) {
    Eventually.passes(() -> assertThat(matter.read().path("halted").asBoolean()).isFalse());
    JsonNode file = matter.read();
    assertThat(file.at("/standingName/en").asText()).isEqualTo("On its way");
    Duration away =
        Duration.between(
            Instant.parse(file.at("/pauses/0/from").asText()),
            Instant.parse(file.at("/pauses/0/until").asText()));
    assertThat(away).isGreaterThan(GRACE.multipliedBy(SPEED));
    assertThat(due(matter)).isEqualTo(due.plus(away));
    Eventually.passes(() -> assertThat(shell("zhili:doctor")).doesNotContain("parking.complaint"));

    matter.act(operator, "accept");
    matter.act(operator, "close");
    assertThat(matter.state()).isEqualTo("CLOSED");
  }

  private static Instant due(Matter matter) {
    return Instant.parse(matter.read().path("dueAt").asText());
  }
}
