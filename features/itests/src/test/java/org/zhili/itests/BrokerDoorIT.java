package org.zhili.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the embedded broker lets in, where they may publish, and whether it keeps its promises. */
@ExtendWith(SharedTown.class)
class BrokerDoorIT {
  private final Town town;

  BrokerDoorIT(Town town) {
    this.town = town;
  }

  @Test
  void a_wrong_password_is_refused() {
    try (Cover cover = Cover.of(town, "door-password");
        Device stranger = stranger(cover.id(), "guessed")) {
      assertThat(cover.sensor().isConnected()).isTrue();
      assertThat(stranger.connect()).contains(Device.BAD_CREDENTIALS);
    }
  }

  @Test
  void a_device_without_credentials_of_its_own_is_refused() {
    try (Cover cover = Cover.of(town, "door-none");
        Device itself = stranger(cover.id(), cover.id());
        Device unregistered = stranger("door-unregistered", "door-unregistered")) {
      assertThat(itself.connect()).contains(Device.BAD_CREDENTIALS);
      assertThat(unregistered.connect()).contains(Device.BAD_CREDENTIALS);
    }
  }

  @Test
  void a_revoked_credential_opens_nothing() {
    String credential = "/devices/door-revoked/credential";
    try (Cover cover = Cover.of(town, "door-revoked")) {
      String password =
          town.people()
              .administrator()
              .post(credential)
              .expect(200)
              .json()
              .path("password")
              .asText();
      town.people().administrator().delete(credential).expect(204);
      try (Device device = stranger(cover.id(), password)) {
        assertThat(device.connect()).contains(Device.BAD_CREDENTIALS);
      }
    }
  }

  @Test
  void a_revoked_device_is_sent_away_within_a_minute() {
    try (Cover cover = Cover.of(town, "door-sent-away")) {
      assertThat(cover.sensor().isConnected()).isTrue();
      town.people().administrator().delete("/devices/door-sent-away/credential").expect(204);
      Eventually.passes(
          Duration.ofMinutes(1), () -> assertThat(cover.sensor().isConnected()).isFalse());
    }
  }

  @Test
  void a_device_may_not_publish_in_the_name_of_another() {
    try (Cover mine = Cover.of(town, "door-mine");
        Cover other = Cover.of(town, "door-other")) {
      byte[] lie = other.message("tilted").getBytes(UTF_8);
      assertThat(mine.sensor().tryPublish(other.sensor().topic(), lie))
          .contains(Device.NOT_AUTHORIZED);
      other.says("missing");
      other.onlyCase();
      assertThat(other.alarms()).as("only what it said itself").containsExactly("RAISED");
    }
  }

  @Test
  void a_device_that_reports_for_another_on_its_own_topic_is_not_believed() {
    try (Cover mine = Cover.of(town, "door-liar");
        Cover other = Cover.of(town, "door-victim")) {
      mine.sensor().publish(other.message("tilted"));
      Eventually.passes(() -> assertThat(mine.quarantined()).hasSize(1));
      assertThat(mine.quarantined().get(0).at("/reason/en").asText()).contains(other.id());
      assertThat(other.alarms()).isEmpty();
      assertThat(other.cases()).isEmpty();
    }
  }

  @Test
  void the_embedded_broker_passes_the_check() {
    assertThat(List.of(town.console().run("zhili.lang = zh", "zhili:broker-check").split("\n")))
        .noneMatch(line -> line.contains("不通过"))
        .anyMatch(line -> line.startsWith("【通过】节点故障"))
        .last()
        .isEqualTo("结论：该消息服务符合要求，单节点和多节点均可使用。");
  }

  private Device stranger(String username, String password) {
    return new Device(town.ports().mqtt(), username, password, "zhili/v1/demo/" + username + "/up");
  }
}
