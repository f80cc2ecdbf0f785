package org.zhili.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.ingestion.internal.check.Mosquitto;

/** A mosquitto of the city's, which lets in whom the files say that the town writes for it. */
@ExtendWith(SharedTown.class)
@TestInstance(Lifecycle.PER_CLASS)
class CityBrokerIT {
  private static final String ENGLISH = "zhili.lang = en";
  private static final Pattern NODE = Pattern.compile("user (\\S+) password (\\S+) \\(shown");

  private final Town town;
  private final Path files;
  private final JsonNode cover;
  private final JsonNode other;
  private final JsonNode network;
  private final Matcher node;
  private final Mosquitto mosquitto;

  CityBrokerIT(Town town, @TempDir Path files) throws Exception {
    this.town = town;
    this.files = files;
    cover = credential("devices/" + Cover.of(town, "city-broker").id() + "/credential");
    other = credential("devices/" + Cover.of(town, "city-broker-2").id() + "/credential");
    network = credential("gateways/city-network/credential?topic=city-network/%23");
    node = NODE.matcher(writeFiles());
    assertThat(node.find()).isTrue();
    mosquitto =
        Mosquitto.in(
            files,
            "allow_anonymous false",
            "persistence true",
            "max_queued_messages 0",
            "password_file " + files.resolve("zhili-passwords"),
            "acl_file " + files.resolve("zhili-acl"));
  }

  private JsonNode credential(String of) {
    return town.people().administrator().post("/" + of).expect(200).json();
  }

  private String writeFiles() {
    String said = town.console().run(ENGLISH, "zhili:device acl mosquitto " + files);
    assertThat(said).contains("Accounts and rules are in " + files);
    return said;
  }

  @AfterAll
  void stop() {
    mosquitto.close();
  }

  private Device device(JsonNode credential, String password) {
    return new Device(
        mosquitto.port(),
        credential.path("username").asText(),
        password,
        credential.path("topic").asText());
  }

  private Device device(JsonNode credential) {
    return device(credential, credential.path("password").asText());
  }

  @Test
  void the_right_secret_is_let_in_and_a_wrong_one_is_not() {
    try (Device right = device(cover);
        Device wrong = device(cover, "guessed")) {
      assertThat(right.connect()).isEmpty();
      assertThat(wrong.connect()).contains(Device.NOT_AUTHORIZED);
    }
  }

  @Test
  void the_town_hears_devices_and_networks_on_their_own_topics_only() {
    try (Listener hearing = new Listener(mosquitto.port(), node.group(1), node.group(2))) {
      hearing.subscribe("#");
      for (JsonNode speaker : List.of(cover, network)) {
        try (Device device = device(speaker)) {
          assertThat(device.connect()).isEmpty();
          assertThat(device.tryPublish(other.path("topic").asText(), "lie".getBytes(UTF_8)))
              .contains(Device.NOT_AUTHORIZED);
        }
      }
      says(cover, cover.path("topic").asText(), "truth");
      says(network, "city-network/device/1/up", "frame");

      assertThat(hearing.next()).isEqualTo(cover.path("topic").asText() + " truth");
      assertThat(hearing.next()).isEqualTo("city-network/device/1/up frame");
    }
  }

  private void says(JsonNode speaker, String topic, String text) {
    try (Device device = device(speaker)) {
      assertThat(device.connect()).isEmpty();
      device.publish(topic, text);
    }
  }

  @Test
  void a_device_hears_nobody_else() {
    try (Listener spying =
            new Listener(
                mosquitto.port(),
                other.path("username").asText(),
                other.path("password").asText());
        Listener hearing = new Listener(mosquitto.port(), node.group(1), node.group(2))) {
      spying.subscribe("#");
      hearing.subscribe("#");
      for (String word : List.of("truth", "more")) { // at the second, the first is everywhere
        says(cover, cover.path("topic").asText(), word);
        assertThat(hearing.next()).endsWith(" " + word);
      }
      assertThat(spying.heard()).isEmpty();
    }
  }

  @Test
  void a_revoked_device_is_refused_once_the_files_are_read_again() throws Exception {
    JsonNode lost = credential("devices/" + Cover.of(town, "city-broker-3").id() + "/credential");
    writeFiles();
    mosquitto.readAgain();
    Eventually.passes(() -> assertLetIn(lost, true));

    String id = lost.path("username").asText();
    assertThat(town.console().run(ENGLISH, "zhili:device revoke " + id)).contains("revoked");
    writeFiles();
    mosquitto.readAgain();

    Eventually.passes(() -> assertLetIn(lost, false));
    assertLetIn(cover, true);
  }

  private void assertLetIn(JsonNode credential, boolean wanted) {
    try (Device device = device(credential)) {
      assertThat(device.connect().isEmpty()).isEqualTo(wanted);
    }
  }

  @Test
  void the_check_passes_with_the_towns_account_in_it() {
    String command =
        "zhili:broker-check --uri %s --user %s --password %s"
            .formatted(mosquitto.uri(), node.group(1), node.group(2));
    assertThat(town.console().run(ENGLISH, command))
        .contains("[passed] Absence: all 2000", "[condition] Death of a node: 50 of 100")
        .doesNotContain("FAILED")
        .contains("Verdict: the broker keeps the promise as long as the conditions");
  }
}
