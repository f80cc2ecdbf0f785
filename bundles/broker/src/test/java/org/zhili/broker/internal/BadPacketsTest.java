package org.zhili.broker.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.broker.internal.FakeAccounts.CONNECTOR;
import static org.zhili.broker.internal.FakeAccounts.up;

import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets that no client should send; after each of them the broker still serves the others. */
class BadPacketsTest {
  private static Town town;
  private static Client connector;
  private static Client neighbour;

  @BeforeAll
  static void a_town(@TempDir Path directory) {
    town = new Town(directory, true).start();
    town.accounts.device("bad").device("good");
    connector = town.client(CONNECTOR, "node-1").connected();
    assertThat(connector.subscribe("zhili/v1/+/+/up")).isEmpty();
    neighbour = town.client("good").connected();
  }

  @AfterAll
  static void close() {
    neighbour.close();
    connector.close();
    town.close();
  }

  @AfterEach
  void the_neighbour_is_still_served() {
    assertThat(neighbour.publish(up("good"), "still here")).isEmpty();
    assertThat(connector.next(up("good"))).isEqualTo("still here");
    assertThat(connector.received).allMatch(message -> message.equals(up("good") + " still here"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhili/v1/+/bad/up",
        "zhili/v1/#",
        "$sys.mqtt.sessions",
        "$sys.mqtt.retain.zhili/v1/demo/good/up",
        "$share/zhili/zhili/v1/demo/bad/up",
        "zhili/v1/demo//up",
        "/zhili/v1/demo/bad/up",
        "zhili/v1/demo/bad/up::node-1.zhili/v1/+/+/up",
        "zhili/v1/demo/../good/up",
        "zhili/v1/demo/bad\u0000/up",
        "zhili/v1/demo/bаd/up",
        "zhili\\/v1/demo/good/up",
        "zhili/v1/demo/good up",
        ""
      })
  void a_topic_that_breaks_the_rules_never_gets_through(String topic) {
    try (Wire wire = new Wire(town.port()).connect("bad", MqttVersion.MQTT_3_1_1)) {
      wire.send(Wire.publishPacket(topic, "?"));
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @Test
  void an_endless_topic_never_gets_through() {
    try (Wire wire = new Wire(town.port()).connect("bad", MqttVersion.MQTT_3_1_1)) {
      wire.send(Wire.publishPacket("zhili/v1/demo/bad/up" + "/x".repeat(5_000), "?"));
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$SYS/#", "zhili/#/up", "$share/zhili", "$share/+/zhili/#", "a::b", "zhili//up"})
  void a_filter_that_breaks_the_rules_closes_the_connection(String filter) {
    try (Wire wire = new Wire(town.port()).connect("bad", MqttVersion.MQTT_3_1_1)) {
      wire.send(
          MqttMessageBuilders.subscribe()
              .messageId(1)
              .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
              .build());
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
  void a_second_connect_closes_the_connection(MqttVersion version) {
    try (Wire wire = new Wire(town.port()).connect("bad", version)) {
      wire.send(Wire.connectPacket("good", version));
      wire.packetsUntilClosed();
    }
  }

  @Test
  void an_old_client_with_a_foreign_topic_is_disconnected() {
    try (Wire wire = new Wire(town.port()).connect("bad", MqttVersion.MQTT_3_1_1)) {
      wire.send(Wire.publishPacket(up("good"), "forged"));
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @Test
  void an_old_client_with_a_large_packet_is_disconnected() {
    try (Wire wire = new Wire(town.port()).connect("bad", MqttVersion.MQTT_3_1_1)) {
      wire.send(Wire.publishPacket(up("bad"), "x".repeat(Town.MAX_PACKET_BYTES)));
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @Test
  void a_large_connect_is_not_even_read() {
    try (Wire wire = new Wire(town.port())) {
      wire.send(new byte[] {0x10, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 0, 4, 'M', 'Q'});
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @Test
  void a_client_that_speaks_another_protocol_is_disconnected() {
    try (Wire wire = new Wire(town.port())) {
      wire.send("POST / HTTP/1.1\r\nContent-Length: 1000000000\r\n\r\n".getBytes(UTF_8));
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @Test
  void packets_sent_before_the_answer_wait_for_it() {
    try (Wire wire = new Wire(town.port())) {
      wire.send(Wire.connectPacket("bad", MqttVersion.MQTT_3_1_1))
          .send(Wire.publishPacket(up("good"), "forged"));
      assertThat(wire.packetsUntilClosed()).hasSize(1);
    }
  }

  @Test
  void noise_closes_connections_and_nothing_else() {
    Random random = new Random(4711);
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[1 + random.nextInt(200)];
      random.nextBytes(noise);
      if (round % 3 == 0) {
        noise[0] = 0x10;
      }
      try (Wire wire = new Wire(town.port())) {
        if (round % 2 == 0) {
          wire.connect("bad", MqttVersion.MQTT_5);
        }
        wire.send(noise);
      }
    }
  }
}
