package org.zhili.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Networks and platforms that speak for their devices, on topics that are their own. */
@ExtendWith(SharedTown.class)
class EnvelopeIT {
  private static final String APPLICATION = "52f14cd4-c6f1-4fbd-8f87-4025e1d49242";

  private final Town town;
  private final Path settings;
  private Optional<String> before = Optional.empty();

  EnvelopeIT(Town town) {
    this.town = town;
    this.settings = town.home().resolve("etc/org.zhili.ingestion.cfg");
  }

  @BeforeEach
  void subscribe_to_their_topics() throws IOException {
    int mark = town.log().mark();
    before = Files.exists(settings) ? Optional.of(Files.readString(settings)) : Optional.empty();
    Files.writeString(
        settings,
        before.orElse("")
            + "\ntopics = zhili/v1/+/+/up, application/+/device/+/event/up, v3/+/devices/+/up,"
            + " $oc/devices/+/sys/properties/+, /sys/+/+/thing/event/property/post\n");
    Eventually.passes(
        () ->
            assertThat(town.log().since(mark))
                .anyMatch(line -> line.contains("MQTT connected to")));
  }

  @AfterEach
  void put_the_settings_back() throws IOException {
    int mark = town.log().mark();
    if (before.isPresent()) {
      Files.writeString(settings, before.get());
    } else {
      Files.delete(settings);
    }
    Eventually.passes(
        () ->
            assertThat(town.log().since(mark))
                .anyMatch(line -> line.contains("MQTT connected to")));
  }

  @Test
  void a_bin_behind_chirpstack_is_read_by_its_own_driver() {
    register("lora-bin-7", "24e124136b502217");
    try (Device chirpstack = chirpstack()) {
      chirpstack.publish(topic("24e124136b502217"), uplink("24e124136b502217"));
      Eventually.passes(
          () ->
              assertThat(state("lora-bin-7").toString())
                  .contains("bin.distance", "2116", "2026-05-11T01:00:00.123456Z"));
    }
  }

  @Test
  void a_bin_behind_the_things_stack_is_read_by_its_own_driver() {
    register("ttn-bin-7", "trash_bin", "milesight-em400-udl", "things-stack:bins@ttn:bin-7");
    try (Device bridge = account("things-stack", "v3/bins@ttn/#")) {
      bridge.publish(
          "v3/bins@ttn/devices/bin-7/up",
          """
          {"end_device_ids": {"device_id": "bin-7", "application_ids": {"application_id": "bins"}},
           "uplink_message": {"f_port": 85, "frm_payload": "AXVcA2cBAQSCRAgFAAE="}}""");
      Eventually.passes(
          () -> assertThat(state("ttn-bin-7").toString()).contains("bin.distance", "2116"));
    }
  }

  @Test
  void a_cover_made_for_iotda_is_read_on_its_own_topic_and_speaks_for_no_other() {
    register("oc-cover-7", "manhole_cover", "city-json", "iotda:cover_7");
    try (Device cover = account("cover_7", "$oc/devices/cover_7/#")) {
      String report =
          """
          {"services": [{"service_id": "Cover", "properties": {"status": "normal"}}]}""";
      assertThat(
              cover.tryPublish("$oc/devices/cover_8/sys/properties/report", report.getBytes(UTF_8)))
          .contains(Device.NOT_AUTHORIZED);
      cover.publish("$oc/devices/cover_7/sys/properties/report", report);
      Eventually.passes(
          () -> assertThat(state("oc-cover-7").toString()).contains("status", "normal"));
    }
  }

  @Test
  void a_cover_made_for_alink_is_read_on_its_own_topic_and_speaks_for_no_other() {
    register("alink-cover-7", "manhole_cover", "city-json", "alink:a1B2c3:cover7");
    try (Device cover = account("cover7", "/sys/a1B2c3/cover7/#")) {
      String post =
          """
          {"id": "1", "params": {"status": {"value": "normal"}}}""";
      assertThat(
              cover.tryPublish(
                  "/sys/a1B2c3/cover8/thing/event/property/post", post.getBytes(UTF_8)))
          .contains(Device.NOT_AUTHORIZED);
      cover.publish("/sys/a1B2c3/cover7/thing/event/property/post", post);
      Eventually.passes(
          () -> assertThat(state("alink-cover-7").toString()).contains("status", "normal"));
    }
  }

  @Test
  void a_network_speaks_for_no_device_that_is_not_behind_it() {
    register("lora-bin-8", "24e124136b502218");
    try (Cover cover = Cover.of(town, "lora-cover");
        Device chirpstack = chirpstack()) {
      byte[] lie = cover.message("tilted").getBytes(UTF_8);
      assertThat(chirpstack.tryPublish("zhili/v1/demo/" + cover.id() + "/up", lie))
          .contains(Device.NOT_AUTHORIZED);
      chirpstack.publish(topic("24e124136b502218"), uplink("24e124136b502219"));
      Eventually.passes(() -> assertThat(rejected()).contains("24e124136b502219"));
      assertThat(state("lora-bin-8").path("readings")).isEmpty();
    }
  }

  @Test
  void a_stranger_behind_chirpstack_waits_in_the_inbox_and_is_read_once_it_is_approved() {
    String name = "chirpstack:" + APPLICATION + ":24e124136b50221a";
    try (Device chirpstack = chirpstack()) {
      chirpstack.publish(topic("24e124136b50221a"), uplink("24e124136b50221a"));
      Rest administrator = town.people().administrator();
      Eventually.passes(
          () -> assertThat(administrator.read("/inbox").toString()).contains(name, "milesight"));
      administrator
          .post(
              "/inbox/" + name + "/approval",
              """
              {"id": "lora-bin-9", "device": {"type": "trash_bin", "driver": "milesight-em400-udl",
               "area": "%s", "address": "x"}}"""
                  .formatted(administrator.read("/devices/MC-001").path("area").asText()))
          .expect(200);
      assertThat(state("lora-bin-9").toString()).contains("bin.distance", "2116");
      assertThat(administrator.read("/inbox").toString()).doesNotContain(name);
    }
  }

  private void register(String id, String devEui) {
    String network = "chirpstack:" + APPLICATION + ":" + devEui;
    register(id, "trash_bin", "milesight-em400-udl", network);
  }

  private void register(String id, String type, String driver, String network) {
    Rest administrator = town.people().administrator();
    administrator
        .put(
            "/devices/" + id,
            """
            {"type": "%s", "driver": "%s", "area": "%s", "address": "x", "network": "%s"}"""
                .formatted(
                    type,
                    driver,
                    administrator.read("/devices/MC-001").path("area").asText(),
                    network))
        .expect(200);
  }

  private Device chirpstack() {
    return account("chirpstack", "application/#");
  }

  private Device account(String name, String topic) {
    JsonNode credential =
        town.people()
            .administrator()
            .post("/gateways/" + name + "/credential?topic=" + URLEncoder.encode(topic, UTF_8))
            .expect(200)
            .json();
    assertThat(credential.path("topic").asText()).isEqualTo(topic);
    return Device.connected(town.ports().mqtt(), credential);
  }

  private static String topic(String devEui) {
    return "application/" + APPLICATION + "/device/" + devEui + "/event/up";
  }

  private static String uplink(String devEui) {
    return """
        {"deduplicationId": "3ac7e3c4-4401-4b8d-9386-a5c902f9202d",
         "time": "2026-05-11T01:00:00.123456+00:00",
         "deviceInfo": {"applicationId": "%s", "deviceName": "bin", "devEui": "%s"},
         "fCnt": 4, "fPort": 85, "data": "AXVcA2cBAQSCRAgFAAE="}"""
        .formatted(APPLICATION, devEui);
  }

  private JsonNode state(String id) {
    return town.people().operator().read("/devices/" + id + "/state");
  }

  private String rejected() {
    return town.people().operator().read("/quarantine?kind=REJECTED&limit=200").toString();
  }
}
