package org.zhili.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.broker.internal.FakeAccounts.CONNECTOR;
import static org.zhili.broker.internal.FakeAccounts.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent first arrives first, however busy the broker is. */
class OrderTest {
  private static final int BURSTS = 800;
  private static final int BURST = 5;

  @Test
  void messages_arrive_in_the_order_in_which_they_were_sent(@TempDir Path directory) {
    try (Town town = new Town(directory, true).start();
        Client connector = town.client(CONNECTOR, "node-1").connected()) {
      town.accounts.device("MC-001");
      assertThat(connector.subscribe("zhili/v1/+/+/up")).isEmpty();
      List<String> sent = new ArrayList<>();
      try (Client device = town.client("MC-001").connected()) {
        for (int i = 0; i < BURSTS; i++) {
          List<String> burst = numbered(i);
          device.publishAll(up("MC-001"), burst);
          sent.addAll(burst);
        }
      }
      List<String> arrived = new ArrayList<>();
      sent.forEach(each -> arrived.add(connector.next(up("MC-001"))));
      assertThat(arrived).isEqualTo(sent);
    }
  }

  private static List<String> numbered(int burst) {
    return IntStream.range(0, BURST).mapToObj(i -> "alarm " + (burst * BURST + i)).toList();
  }
}
