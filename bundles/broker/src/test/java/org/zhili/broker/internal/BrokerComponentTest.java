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
    BrokerComponent component =
        new BrokerComponent(
            BrokerSettingsTest.configuration(
                Map.of("directory", directory.toString(), "port", port)));
    component.bindAccounts(accounts);
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

  private static Client client(int port) {
    return new Client(port, CONNECTOR, FakeAccounts.password(CONNECTOR), "node-1");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
