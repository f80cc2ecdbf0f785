package org.zhili.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.device.DeviceAccounts.Credentials;

@SuppressWarnings("try") // a connector works by being there
class OutageTest {
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
  void nothing_is_lost_when_the_broker_restarts() throws MqttException {
    var sent = IntStream.range(0, 2_000).mapToObj(i -> "message " + i).toList();
    try (var inlet = TestInlet.holding();
        var connector = broker.connector("a", inlet)) {
      try (var device = broker.deviceOf(connector)) {
        for (String text : sent.subList(0, 1_000)) {
          device.publish(text);
        }
      }
      Awaiting.until("a full window", () -> inlet.count() >= 500);
      inlet.store(true);
      broker.stop();
      broker.restart();
      try (var device = broker.deviceOf(connector)) {
        for (String text : sent.subList(1_000, 2_000)) {
          device.publish(text);
        }
      }
      Awaiting.until("all messages", () -> inlet.texts().size() == sent.size());
      assertThat(inlet.texts()).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  @Test
  void a_receipt_of_a_lost_connection_acknowledges_nothing_on_the_next_one() throws MqttException {
    try (var inlet = TestInlet.holding();
        var connector = broker.connector("a", inlet)) {
      try (var device = broker.deviceOf(connector)) {
        device.publish("first");
      }
      var old = inlet.await("first");
      broker.stop();
      broker.restart();
      Awaiting.until("the redelivery", () -> inlet.count() == 2);
      old.receipt().acknowledge();
    }
    try (var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet)) {
      inlet.await("first");
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
  void a_wrong_password_is_told_once_and_tried_again() throws MqttException {
    var login = new AtomicReference<>(new Credentials("town", "wrong"));
    var asked = new AtomicInteger();
    try (var log = new LogLines();
        var inlet = TestInlet.storing();
        var connector =
            new MqttConnector(
                broker.settings("a"),
                () -> {
                  asked.incrementAndGet();
                  return login.get();
                },
                inlet,
                InstantSource.fixed(TestBroker.NOW))) {
      Awaiting.until("three attempts", () -> asked.get() >= 3);
      assertThat(log.with("WARN")).hasSize(1).first().asString().contains("ZL-4111", "拒绝接入");
      assertThat(log.with("WARN").get(0))
          .contains("check user and password")
          .doesNotContain("wrong");

      login.set(TestBroker.TOWN);
      try (var device = broker.deviceOf(connector)) {
        device.publish("in");
        inlet.await("in");
      }
      assertThat(log.with("WARN")).hasSize(1);
    }
  }

  @Test
  void a_lost_connection_is_one_warning_and_its_return_one_line() throws MqttException {
    try (var log = new LogLines();
        var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet)) {
      Awaiting.until("connected", () -> !log.with("connected to").isEmpty());
      broker.stop();
      Awaiting.until("lost", () -> !log.with("lost").isEmpty());
      broker.restart();
      Awaiting.until("back", () -> log.with("connected to").size() == 2);

      assertThat(log.with("WARN")).hasSize(1);
      assertThat(log.with("connected to").get(0)).contains("new session");
      assertThat(log.with("connected to").get(1)).contains("resumed session");
    }
  }

  @Test
  void a_broker_that_lost_the_session_is_told() throws MqttException {
    try (var log = new LogLines();
        var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet)) {
      Awaiting.until("connected", () -> !log.with("connected to").isEmpty());
      broker.stop();
      broker.restartIn(directory.resolve("empty"));
      Awaiting.until("back", () -> log.with("connected to").size() == 2);

      assertThat(log.with("ZL-4114")).hasSize(1);
      try (var device = broker.deviceOf(connector)) {
        device.publish("subscribed anew");
        inlet.await("subscribed anew");
      }
    }
  }

  @Test
  void a_second_client_with_the_same_id_is_told() {
    try (var log = new LogLines();
        var one = TestInlet.storing();
        var first = broker.connector("a", one)) {
      Awaiting.until("connected", () -> !log.with("connected to").isEmpty());
      try (var other = TestInlet.storing();
          var second = broker.connector("a", other)) {
        Awaiting.until("the warning", () -> !log.with("ZL-4112").isEmpty());
      }
    }
  }

  @Test
  void a_broker_that_comes_later_is_found() throws MqttException {
    broker.stop();
    try (var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet)) {
      broker.restart();
      try (var device = broker.deviceOf(connector)) {
        device.publish("found");
        inlet.await("found");
      }
    }
  }

  @Test
  void closing_does_not_hang_when_the_broker_is_gone() {
    try (var log = new LogLines();
        var inlet = TestInlet.storing();
        var connector = broker.connector("a", inlet)) {
      Awaiting.until("connected", () -> !log.with("connected to").isEmpty());
      broker.stop();
      assertTimeoutPreemptively(Awaiting.PATIENCE, connector::close);
    }
  }

  @Test
  void closing_does_not_hang_when_the_broker_accepts_and_never_answers() throws IOException {
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var inlet = TestInlet.storing();
        var connector =
            new MqttConnector(
                at("tcp://127.0.0.1:" + silent.getLocalPort()),
                () -> TestBroker.TOWN,
                inlet,
                InstantSource.fixed(TestBroker.NOW));
        var accepted = silent.accept()) {
      assertThat(accepted.getInputStream().read()).as("the first byte of CONNECT").isEqualTo(0x10);
      assertTimeoutPreemptively(Awaiting.PATIENCE, connector::close);
      assertThat(accepted.getInputStream().readAllBytes()).as("up to its end").isNotEmpty();
    }
  }

  private static MqttSettings at(String uri) {
    return new MqttSettings(
        new MqttSettings.Broker(uri, Optional.empty()),
        MqttSettings.Session.DEFAULT,
        MqttSettings.Intake.DEFAULT);
  }
}
