package org.zhili.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the broker lets in, and where they may publish. */
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

  private Device stranger(String username, String password) {
    return new Device(town.ports().mqtt(), username, password, "zhili/v1/demo/" + username + "/up");
  }
}
