package org.zhili.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.id.DeviceId;

@SuppressWarnings("try") // a connector works by being there
class MqttConnectorTest {
  private Path directory;
  private TestBroker broker;

  @BeforeEach
  void startBroker(@TempDir Path temporary) {
    directory = temporary;
    broker = new TestBroker(directory.resolve("broker"));
  }

  @AfterEach
  void stopBroker() {
    broker.stop();
  }

  @Test
  void a_message_carries_its_topic_its_device_and_the_town_s_time() throws MqttException {
    try (var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet);
        var device = broker.deviceOf(connector)) {
      device.publish("hello");

      var message = inlet.await("hello").message();
      assertThat(message.origin().topic()).isEqualTo("zhili/v1/demo/MC-001/up");
      assertThat(message.origin().device()).contains(new DeviceId("MC-001"));
      assertThat(message.receivedAt()).isEqualTo(TestBroker.NOW);
      assertThat(message.retained()).isFalse();
      assertThat(message.redelivered()).isFalse();
    }
  }

  @Test
  void what_was_not_stored_comes_again_and_what_was_stored_does_not() throws MqttException {
    try (var holding = TestInlet.holding();
        var connector = broker.connector("a", holding);
        var device = broker.deviceOf(connector)) {
      device.publish("not stored");
      holding.await("not stored");
    }
    try (var storing = TestInlet.storing();
        var connector = broker.connector("a", storing)) {
      storing.await("not stored");
      storing.settle();
    }
    try (var last = TestInlet.storing();
        var connector = broker.connector("a", last);
        var device = new Publisher(broker.uri())) {
      device.publish("marker");
      last.await("marker");
      assertThat(last.texts()).containsExactly("marker");
    }
  }

  @Test
  void messages_wait_in_the_broker_while_the_town_takes_none() throws MqttException {
    try (var log = new LogLines();
        var leaving = TestInlet.storing();
        var connector = broker.connector("a", leaving);
        var device = broker.deviceOf(connector)) {
      leaving.leave();
      device.publish("one");
      Awaiting.until("the goodbye", () -> !log.with("takes no more").isEmpty());
      device.publish("two");
      device.publish("three");

      try (var inlet = TestInlet.storing();
          var next = broker.connector("a", inlet)) {
        inlet.await("three");
        assertThat(inlet.taken().stream().map(TestInlet.Taken::text))
            .containsExactly("one", "two", "three");
      }
      assertThat(leaving.count()).isZero();
      assertThat(log.with("lost")).isEmpty();
    }
  }

  @Test
  void nodes_of_a_share_group_get_each_message_once_among_them() throws MqttException {
    var sent = IntStream.range(0, 400).mapToObj(i -> "message " + i).toList();
    try (var log = new LogLines();
        var one = TestInlet.storing();
        var other = TestInlet.storing();
        var first = broker.connector(broker.shared("a", 1), one);
        var second = broker.connector(broker.shared("b", 2), other)) {
      Awaiting.until("three connections", () -> log.with("connected to").size() == 3);
      try (var device = new Publisher(broker.uri())) {
        for (String text : sent) {
          device.publish(text);
        }
      }
      Awaiting.until("all", () -> one.count() + other.count() >= sent.size());

      assertThat(
              Stream.concat(one.taken().stream(), other.taken().stream())
                  .map(TestInlet.Taken::text)
                  .collect(Collectors.toList()))
          .containsExactlyInAnyOrderElementsOf(sent);
      assertThat(one.count()).isPositive();
      assertThat(other.count()).isGreaterThan(one.count());
    }
  }

  @Test
  void a_topic_of_nobody_passes_without_a_device() throws MqttException {
    var topics =
        List.of(
            "other/v1/demo/MC-001/up",
            "zhili/v2/demo/MC-001/up",
            "zhili/v1/demo/井盖/up",
            "zhili/v1/demo/a b/up",
            "zhili/v1/demo//up",
            "zhili/v1//MC-001/up",
            "zhili/v1/demo/MC-001/up/more",
            "zhili/v1/demo/MC-001/down",
            "zhili/v1/demo/" + "x".repeat(65) + "/up",
            "zhili");
    try (var inlet = TestInlet.storing();
        var connector = broker.connector(broker.settings("a", List.of("#")), inlet);
        var device = broker.deviceOf(connector)) {
      for (String topic : topics) {
        device.publish(topic, topic, 1, false);
      }
      for (String topic : topics) {
        var origin = inlet.await(topic).message().origin();
        assertThat(origin.topic()).isEqualTo(topic);
        assertThat(origin.device()).as(topic).isEmpty();
      }
    }
  }

  @Test
  void a_retained_message_is_marked_and_comes_once() throws MqttException {
    try (var device = new Publisher(broker.uri())) {
      device.publish("zhili/v1/demo/MC-001/up", "kept", 1, true);
    }
    try (var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet)) {
      assertThat(inlet.await("kept").message().retained()).isTrue();
      inlet.settle();
    }
    try (var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet);
        var device = new Publisher(broker.uri())) {
      device.publish("marker");
      inlet.await("marker");
      assertThat(inlet.texts()).containsExactly("marker");
    }
  }

  @Test
  void a_message_without_acknowledgement_is_taken_too() throws MqttException {
    try (var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet);
        var device = broker.deviceOf(connector)) {
      device.publish("zhili/v1/demo/MC-001/up", "once at most", 0, false);
      inlet.await("once at most");
      device.publish("after");
      inlet.await("after");
    }
  }

  @Test
  void a_packet_too_large_for_the_town_does_not_stop_the_others() throws MqttException {
    var large = "x".repeat(300_000);
    try (var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet);
        var device = broker.deviceOf(connector)) {
      device.publish(large);
      device.publish("after");
      inlet.await("after");
      assertThat(inlet.texts()).containsExactly("after");
    }
  }

  @Test
  void no_more_messages_are_under_way_than_the_inlet_has_room_for() throws MqttException {
    try (var inlet = TestInlet.holding(20); // and others have half of that
        var connector = broker.connector("a", inlet)) {
      try (var device = broker.deviceOf(connector)) {
        for (int i = 0; i < 50; i++) {
          device.publish("message " + i);
        }
      }
      Awaiting.until("a full window", () -> inlet.count() >= 10);
      assertThat(inlet.count()).isEqualTo(10);
      for (int i = 0; i < 50; i++) {
        int next = i;
        Awaiting.until("message " + i, () -> inlet.count() > next);
        inlet.taken().get(i).receipt().acknowledge();
      }
      assertThat(inlet.texts()).hasSize(50);
    }
  }

  @Test
  void settings_without_sense_are_refused_with_a_reason() {
    try (var inlet = TestInlet.storing()) {
      assertThatThrownBy(
              () ->
                  new MqttConnector(
                      at("localhost"),
                      () -> TestBroker.TOWN,
                      inlet,
                      InstantSource.fixed(TestBroker.NOW)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ZL-4101");
    }
  }

  private static MqttSettings at(String uri) {
    return new MqttSettings(
        new MqttSettings.Broker(uri, Optional.empty()),
        MqttSettings.Session.DEFAULT,
        MqttSettings.Intake.DEFAULT);
  }
}
