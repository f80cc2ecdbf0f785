package org.zhili.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.broker.internal.FakeAccounts.CONNECTOR;
import static org.zhili.broker.internal.FakeAccounts.down;
import static org.zhili.broker.internal.FakeAccounts.up;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker keeps when it stops, and how it fails to start. */
class MqttBrokerTest {
  private static final int UNAVAILABLE = 0x88;

  private Path directory;
  private Town town;

  @BeforeEach
  void a_town(@TempDir Path directory) {
    this.directory = directory;
    town = new Town(directory, true);
    town.accounts.device("MC-001").device("MC-002");
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void what_was_acknowledged_survives_a_restart_for_a_subscriber_that_was_offline() {
    town.start();
    try (Client connector = town.client(CONNECTOR, "node-1").connected()) {
      assertThat(connector.subscribe("zhili/v1/+/+/up")).isEmpty();
    }
    try (Client device = town.client("MC-001").connected()) {
      for (int i = 0; i < 100; i++) {
        assertThat(device.publish(up("MC-001"), "alarm " + i)).isEmpty();
      }
    }
    town.stop();
    town.start();
    try (Client connector = town.client(CONNECTOR, "node-1").connected()) {
      for (int i = 0; i < 100; i++) {
        assertThat(connector.next(up("MC-001"))).isEqualTo("alarm " + i);
      }
    }
  }

  @Test
  void after_a_restart_a_device_may_come_before_the_connector() {
    town.start();
    try (Client connector = town.client(CONNECTOR, "node-1").connected()) {
      assertThat(connector.subscribe("$share/zhili/zhili/v1/+/+/up")).isEmpty();
    }
    town.stop();
    town.start();
    try (Client device = town.client("MC-001").connected()) {
      assertThat(device.publish(up("MC-001"), "first")).isEmpty();
    }
    try (Client connector = town.client(CONNECTOR, "node-1").connected()) {
      assertThat(connector.next(up("MC-001"))).isEqualTo("first");
    }
  }

  @Test
  void before_the_connector_ever_came_a_device_waits_outside() {
    town.start();
    try (Client device = town.client("MC-001")) {
      assertThat(device.connect()).contains(UNAVAILABLE);
    }
  }

  @Test
  void while_the_accounts_are_away_devices_stay_and_nobody_new_comes_in() {
    town.start();
    try (Client connector = town.client(CONNECTOR, "node-1").connected()) {
      assertThat(connector.subscribe("zhili/v1/+/+/up")).isEmpty();
      try (Client inside = town.client("MC-001").connected();
          Client outside = town.client("MC-002")) {
        town.present.set(Optional.empty());
        assertThat(outside.connect()).contains(UNAVAILABLE);
        assertThat(inside.publish(up("MC-001"), "meanwhile")).isEmpty();
        town.present.set(Optional.of(town.accounts));
        assertThat(outside.connect()).isEmpty();
        assertThat(inside.isConnected()).isTrue();
      }
      assertThat(connector.next(up("MC-001"))).isEqualTo("meanwhile");
    }
  }

  @Test
  void a_city_may_let_devices_speak_to_nobody() {
    town = new Town(directory, false).start();
    town.accounts.device("MC-001");
    try (Client device = town.client("MC-001").connected()) {
      assertThat(device.publish(up("MC-001"), "anybody?")).isEmpty();
      assertThat(device.subscribe(down("MC-001"))).isEmpty();
    }
  }

  @Test
  void a_taken_port_is_told_in_a_sentence() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String line = fault(Town.settings(directory, other.getLocalPort(), true)).line();
      assertThat(line)
          .startsWith("ZL-4004 ")
          .contains("端口 " + other.getLocalPort() + " 已被")
          .contains("uses port " + other.getLocalPort() + " on 127.0.0.1");
    }
    assertThat(town.start().port()).as("the lock was released").isPositive();
  }

  @Test
  void an_address_of_another_machine_is_told_in_a_sentence() {
    BrokerSettings sound = Town.settings(directory, 0, true);
    assertThat(fault(with(sound, "192.0.2.1", directory)).line()).startsWith("ZL-4003 ");
    assertThat(fault(with(sound, "no such host", directory)).line()).startsWith("ZL-4003 ");
  }

  @Test
  void a_directory_that_cannot_be_written_is_told_in_a_sentence() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    BrokerSettings sound = Town.settings(directory, 0, true);
    assertThat(fault(with(sound, "127.0.0.1", file.resolve("journal"))).line())
        .startsWith("ZL-4006 ")
        .contains(file.toString());
  }

  @Test
  void a_part_of_the_directory_that_is_no_directory_is_told_in_a_sentence() throws Exception {
    Files.writeString(directory.resolve("bindings"), "in the way");
    assertThat(fault(Town.settings(directory, 0, true)).line()).startsWith("ZL-4006 ");
  }

  @Test
  void two_brokers_never_share_a_directory() {
    town.start();
    assertThat(fault(Town.settings(directory, 0, true)).line()).startsWith("ZL-4007 ");
  }

  @Test
  void a_damaged_journal_is_told_in_a_sentence() throws Exception {
    Files.createDirectories(directory.resolve("bindings/activemq-bindings-1.bindings"));
    assertThat(fault(Town.settings(directory, 0, true)).line()).startsWith("ZL-4008 ");
  }

  private Fault fault(BrokerSettings settings) {
    MqttBroker.Start start =
        MqttBroker.start(settings, () -> Optional.of(town.accounts), Duration.ofSeconds(30));
    assertThat(start).isInstanceOf(MqttBroker.Start.Failed.class);
    return ((MqttBroker.Start.Failed) start).fault();
  }

  private static BrokerSettings with(BrokerSettings settings, String host, Path directory) {
    return new BrokerSettings(
        host,
        settings.port(),
        directory,
        settings.maxPacketBytes(),
        settings.maxConnections(),
        settings.globalMaxSizeMegabytes(),
        settings.maxDiskPercent(),
        settings.sessionExpirySeconds(),
        settings.receiveMaximum(),
        settings.refuseUnheard());
  }
}
