package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shell over SSH, in both languages, for the administrator and nobody else. */
@ExtendWith(SharedTown.class)
class ShellIT {
  private static final String ENGLISH = "zhili.lang = en";
  private static final String CHINESE = "zhili.lang = zh";

  private final Town town;
  private final Console console;

  ShellIT(Town town) {
    this.town = town;
    this.console = town.console();
    assertThat(town.people().administrator().get("/session").status()).isEqualTo(200);
  }

  @Test
  void status_tells_the_town_at_a_glance() {
    assertThat(console.run(ENGLISH, "zhili:status"))
        .contains("Sample City, rules ", "Messages: ", "Waiting for review: ", "city-json@");
    assertThat(console.run(CHINESE, "zhili:status"))
        .contains("示例城，规则版本 ", "消息：收到 ", "等待人工复核：", "city-json@");
  }

  @Test
  void doctor_names_what_is_wrong_with_its_remedy() {
    try (Cover cover = Cover.of(town, "shell-doctor")) {
      cover.sensor().publish("not a message");
      Eventually.passes(() -> assertThat(cover.quarantined()).hasSize(1));
      assertThat(console.run(ENGLISH, "zhili:doctor"))
          .contains("ZL-1304", "have been quarantined since the start", "zhili:quarantine");
      assertThat(console.run(CHINESE, "zhili:doctor", "zhili:doctor --deep"))
          .contains("ZL-1304", "隔离")
          .doesNotContain("ZL-1310");
      assertThat(console.run("zhili:quarantine list")).contains(cover.sensor().topic());
    }
  }

  @Test
  void devices_are_listed_shown_and_given_credentials() {
    assertThat(console.run("zhili:device list")).contains("MC-001", "中山路100号");
    assertThat(console.run(ENGLISH, "zhili:device show MC-001"))
        .contains("MC-001", "driver city-json");
    assertThat(console.run(CHINESE, "zhili:device show nowhere")).contains("没有登记设备 nowhere");
    try (Cover cover = Cover.of(town, "shell-device")) {
      String[] words =
          console.run(ENGLISH, "zhili:device credential " + cover.id()).strip().split(" ");
      assertThat(words[0]).isEqualTo("Username");
      try (Device device =
          new Device(town.ports().mqtt(), words[1], words[3], "zhili/v1/demo/shell-device/up")) {
        assertThat(device.connect()).isEmpty();
      }
      assertThat(console.run(ENGLISH, "zhili:device revoke " + cover.id())).contains("revoked");
    }
  }

  @Test
  void cases_are_listed_shown_and_traced() {
    try (Cover cover = Cover.of(town, "shell-case")) {
      cover.says("tilted");
      JsonNode file = cover.onlyCase().ledBy("municipal-works").read();
      String number = file.path("number").asText();
      assertThat(console.run(ENGLISH, "zhili:case list")).contains(number, "lead municipal-works");
      assertThat(console.run(CHINESE, "zhili:case show " + number))
          .contains("主办 municipal-works", "公开查询码 " + file.path("publicCode").asText(), "工单 ");
      assertThat(console.run(ENGLISH, "zhili:trace " + number))
          .contains("dispatch", "The trace is as it was written.");
      assertThat(console.run(CHINESE, "zhili:trace " + number)).contains("留痕完好。");
      assertThat(console.run(ENGLISH, "zhili:case show ZL-0")).contains("There is no case ZL-0");
    }
  }

  @Test
  void a_driver_is_listed_and_tried_on_a_frame() {
    byte[] frame =
        """
        {"device_id":"TEST-1","type":"manhole_cover","status":"tilted"}\
        """
            .getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(frame);
    assertThat(console.run(ENGLISH, "zhili:driver list"))
        .containsPattern("city-json@.* in use, well");
    assertThat(console.run(ENGLISH, "zhili:driver test city-json " + hex))
        .contains("TEST-1  status = Label[value=tilted]");
    assertThat(console.run(CHINESE, "zhili:driver test city-json 00")).contains("不归它解码");
  }

  @Test
  void work_that_was_set_aside_is_listed() {
    assertThat(console.run(ENGLISH, "zhili:dead list")).contains("Work set aside: 0");
    assertThat(console.run(CHINESE, "zhili:dead list")).contains("搁置的工作：0 项");
  }

  @Test
  void nobody_else_is_let_in() {
    assertThat(town.people().operator().get("/session").status()).isEqualTo(200);
    assertThat(console.runAs("operator", People.PASSWORD, "zhili:status"))
        .doesNotContain("Sample City", "示例城");
    assertThat(console.runAs("admin", "guessed-password-1", "zhili:status"))
        .doesNotContain("Sample City", "示例城");
  }
}
