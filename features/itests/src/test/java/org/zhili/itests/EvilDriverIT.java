package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhili.itests.evil.Evil;
import org.zhili.itests.evil.EvilDrivers;

/** Drivers that do every evil there is, all at once beside a good one in a running town. */
@ExtendWith(SharedTown.class)
class EvilDriverIT {
  private static final int FRAMES = 12;

  private final ExamTown exam;
  private final Town town;
  private final Path jar;

  EvilDriverIT(ExamTown exam) {
    this.exam = exam;
    this.town = exam.town();
    this.jar = town.home().resolve("deploy/evil.jar");
  }

  @Test
  void they_harm_nobody_are_named_and_lose_nothing_themselves() throws Exception {
    Map<Evil, Cover> victims = new HashMap<>();
    for (Evil evil : Evil.values()) {
      victims.put(evil, Cover.decodedBy(evil.id(), town, "victim-" + evil.id()));
    }
    Cover good = Cover.of(town, "evil-neighbour");
    try (Device gateway = town.gateway("evil-gateway")) {
      drop("1.0.0");
      Eventually.passes(() -> assertThat(breakers()).hasSize(Evil.values().length));
      for (int number = 1; number <= FRAMES; number++) {
        for (Cover victim : victims.values()) {
          byte[] frame = {(byte) number};
          assertThat(gateway.tryPublish(topic(victim), frame)).isEmpty();
        }
        gateway.publish(topic(good), numbered(good, number));
      }
      each_is_left_alone();
      is_stored(good, "temperature", FRAMES);
      for (Cover victim : victims.values()) {
        is_stored(victim, "cover.number", 0);
      }
      are_named_by_the_shell_the_doctor_and_the_figures();

      drop("2.0.0");
      for (Cover victim : victims.values()) {
        is_stored(victim, "cover.number", FRAMES);
        assertThat(victim.quarantined()).isEmpty();
      }
    } finally {
      Files.deleteIfExists(jar);
    }
    Eventually.passes(() -> assertThat(breakers()).isEmpty());
  }

  private void is_stored(Cover cover, String metric, int last) throws Exception {
    exam.inside(NumbersProbe.class, "areStoredOnce", cover.id(), metric, last);
  }

  /** Each is on trial now and then, so that no one look needs to find all of them left alone. */
  private void each_is_left_alone() {
    Set<String> neverOpen = ids();
    Eventually.passes(
        () -> {
          breakers().entrySet().stream()
              .filter(breaker -> breaker.getValue().equals("OPEN"))
              .forEach(breaker -> neverOpen.remove(breaker.getKey()));
          assertThat(neverOpen).isEmpty();
        });
  }

  private static Set<String> ids() {
    return Stream.of(Evil.values()).map(Evil::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** For the same reason each may be named at a time of its own. */
  private void are_named_by_the_shell_the_doctor_and_the_figures() {
    Set<String> unnamed = ids();
    Eventually.passes(
        () -> {
          String said = listAndDoctor();
          String figures = town.people().operator().get("/metrics").expect(200).body();
          unnamed.removeIf(id -> isNamed(id, said, figures));
          assertThat(unnamed).as("in %s%n%s", said, figures).isEmpty();
        });
    Eventually.passes(
        () -> assertThat(listAndDoctor()).contains("ZL-1332", "Calls of plug-in evil-spins@1.0.0"));
  }

  private String listAndDoctor() {
    return town.console().run("zhili.lang = en", "zhili:driver list", "zhili:doctor");
  }

  private static boolean isNamed(String id, String said, String figures) {
    Pattern fault = Pattern.compile("ZL-1331 .*" + id + "@1\\.0\\.0");
    Pattern figure =
        Pattern.compile("zhili_plugin_breaker\\{id=\"" + id + "\".*state=\"open\".*} 1\n");
    return said.contains(id + "@1.0.0  in use, left alone")
        && fault.matcher(said).find()
        && figure.matcher(figures).find();
  }

  private static String topic(Cover cover) {
    return "zhili/v1/demo/" + cover.id() + "/up";
  }

  private static String numbered(Cover cover, int number) {
    return """
    {"device_id": "%s", "type": "manhole_cover", "status": "normal",
     "readings": {"temperature": %d}}\
    """
        .formatted(cover.id(), number);
  }

  /** A jar is as old as its classes, and one as old as the last would not be looked at. */
  private void drop(String version) throws Exception {
    Path made = BundleJar.of(EvilDrivers.class, version, town.home().resolve("data/tmp/evil.jar"));
    Files.setLastModifiedTime(made, FileTime.fromMillis(System.currentTimeMillis()));
    Files.move(made, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** How the breakers of the evil drivers that are here stand, by their ids. */
  private Map<String, String> breakers() {
    JsonNode plugIns = town.people().operator().read("/plug-ins");
    return StreamSupport.stream(plugIns.spliterator(), false)
        .filter(plugIn -> plugIn.path("id").asText().startsWith("evil-"))
        .filter(plugIn -> plugIn.path("state").asText().equals("IN_USE"))
        .collect(
            Collectors.toMap(
                plugIn -> plugIn.path("id").asText(), plugIn -> plugIn.path("breaker").asText()));
  }
}
