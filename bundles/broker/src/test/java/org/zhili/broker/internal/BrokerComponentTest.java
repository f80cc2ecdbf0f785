package org.zhili.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.zhili.broker.internal.FakeAccounts.CONNECTOR;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerComponentTest {
  private final FakeAccounts accounts = new FakeAccounts();

  @Test
  void the_first_accounts_start_the_broker_and_it_outlives_them(@TempDir Path directory)
      throws Exception {
    int port = freePort();
    BrokerComponent component = started(port, directory);
    try (Client connector = client(port).connected()) {
      component.unbindAccounts(accounts);
      assertThat(connector.subscribe("zhili/v1/+/+/up")).isEmpty();
      component.bindAccounts(new FakeAccounts());
      assertThat(connector.isConnected()).isTrue();
    } finally {
      component.stop();
    }
  }

  @Test
  void a_wrong_setting_leaves_the_town_without_a_broker_but_running() {
    BrokerComponent component =
        new BrokerComponent(BrokerSettingsTest.configuration(Map.of("port", -1)));
    assertThatCode(() -> component.bindAccounts(accounts)).doesNotThrowAnyException();
    assertThatCode(component::stop).doesNotThrowAnyException();
  }

  @Test
  void a_wrong_setting_leaves_a_running_broker_as_it_is(@TempDir Path directory) throws Exception {
    int port = freePort();
    BrokerComponent component = started(port, directory);
    try (Client connector = client(port).connected()) {
      component.change(on(70_000, directory));
      assertThat(connector.subscribe("zhili/v1/+/+/up")).isEmpty();
      component.change(on(port, directory));
      assertThat(connector.isConnected()).isTrue();
    } finally {
      component.stop();
    }
  }

  @Test
  void another_port_is_taken_at_once(@TempDir Path directory) throws Exception {
    BrokerComponent component = started(freePort(), directory);
    int port = freePort();
    component.change(on(port, directory));
    try (Client connector = client(port).connected()) {
      assertThat(connector.isConnected()).isTrue();
    } finally {
      component.stop();
    }
  }

  @Test
  void a_port_that_cannot_be_had_brings_the_broker_back_to_the_one_it_had(@TempDir Path directory)
      throws Exception {
    int port = freePort();
    BrokerComponent component = started(port, directory);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      component.change(on(taken.getLocalPort(), directory));
      try (Client connector = client(port).connected()) {
        assertThat(connector.isConnected()).isTrue();
      }
    } finally {
      component.stop();
    }
  }

  @Test
  void a_right_setting_starts_the_broker_that_a_wrong_one_held_back(@TempDir Path directory)
      throws Exception {
    BrokerComponent component = started(-1, directory);
    int port = freePort();
    component.change(on(port, directory));
    try (Client connector = client(port).connected()) {
      assertThat(connector.isConnected()).isTrue();
    } finally {
      component.stop();
    }
  }

  private BrokerComponent started(int port, Path directory) {
    BrokerComponent component = new BrokerComponent(on(port, directory));
    component.bindAccounts(accounts);
    return component;
  }

  private static BrokerConfiguration on(int port, Path directory) {
    return BrokerSettingsTest.configuration(
        Map.of("directory", directory.toString(), "port", port));
  }

  private static Client client(int port) {
    return new Client(port, CONNECTOR, FakeAccounts.password(CONNECTOR), "node-1");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
