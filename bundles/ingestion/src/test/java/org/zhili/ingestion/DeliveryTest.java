package org.zhili.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.id.DeviceId;

class DeliveryTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void what_the_broker_says_of_a_message_is_handed_on(boolean retained, boolean duplicate) {
    try (var inlet = TestInlet.holding()) {
      var message = new MqttMessage(new byte[] {1, 2});
      message.setRetained(retained);
      message.setDuplicate(duplicate);
      new Delivery(inlet, InstantSource.fixed(NOW)).deliver("a/b", message, () -> {});

      var taken = inlet.taken().get(0).message();
      assertThat(taken.payload().hex()).isEqualTo("0102");
      assertThat(taken.receivedAt()).isEqualTo(NOW);
      assertThat(taken.retained()).isEqualTo(retained);
      assertThat(taken.redelivered()).isEqualTo(duplicate);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zhili/v1/demo/MC-001/up", "zhili/v1/演示/MC-001/up"})
  void a_devices_own_topic_vouches_for_it(String topic) {
    assertThat(Delivery.origin(topic).device()).contains(new DeviceId("MC-001"));
    assertThat(Delivery.origin(topic).topic()).isEqualTo(topic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zhili/v1/",
        "zhili/v1/up",
        "zhili/v1//up",
        "zhili/v1/demo/up",
        "zhili/v1/demo//up",
        "zhili/v1//MC-001/up",
        "zhili/v1/demo/MC-001/down",
        "zhili/v1/demo/MC 001/up",
        "zhili/v1/demo/MC-001/more/up",
        "zhili/v2/demo/MC-001/up",
        "gateway/zhili/v1/demo/MC-001/up",
        "zhili/v1/demo/a23456789b123456789c123456789d123456789e123456789f123456789g12345/up"
      })
  void any_other_topic_vouches_for_no_device(String topic) {
    assertThat(Delivery.origin(topic).device()).isEmpty();
  }

  @Test
  void connections_share_half_the_room_of_the_inlet() {
    try (var inlet = TestInlet.holding(3_000)) {
      var delivery = new Delivery(inlet, InstantSource.fixed(NOW));
      assertThat(delivery.window(settings(1))).isEqualTo(1_000);
      assertThat(delivery.window(settings(3))).isEqualTo(500);
    }
    try (var inlet = TestInlet.holding(1)) {
      assertThat(new Delivery(inlet, InstantSource.fixed(NOW)).window(settings(3))).isEqualTo(1);
    }
  }

  private static MqttSettings settings(int connections) {
    var session = MqttSettings.Session.DEFAULT;
    return new MqttSettings(
        MqttSettings.DEFAULT.broker(),
        new MqttSettings.Session(
            session.clientId(), connections, session.keepAlive(), session.expiry()),
        MqttSettings.Intake.DEFAULT);
  }
}
