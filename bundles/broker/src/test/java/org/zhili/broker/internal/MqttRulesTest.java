package org.zhili.broker.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.broker.internal.FakeAccounts.CONNECTOR;
import static org.zhili.broker.internal.FakeAccounts.down;
import static org.zhili.broker.internal.FakeAccounts.up;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.device.DeviceAccount;

/** What clients may do, tried with a real client on one real broker. */
class MqttRulesTest {
  private static final int CLIENT_ID_INVALID = 0x85;
  private static final int BAD_CREDENTIALS = 0x86;
  private static final int NOT_AUTHORIZED = 0x87;
  private static final int UNAVAILABLE = 0x88;

  private static Town town;
  private static Client connector;

  @BeforeAll
  static void a_town_whose_connector_listens(@TempDir Path directory) {
    town = new Town(directory, true).start();
    connector = town.client(CONNECTOR, "node-1").connected();
    assertThat(connector.subscribe("zhili/v1/+/+/up")).isEmpty();
  }

  @AfterAll
  static void close() {
    connector.close();
    town.close();
  }

  private static Client device(String id) {
    town.accounts.device(id);
    return town.client(id);
  }

  @Test
  void a_device_is_heard_on_its_own_topic() {
    try (Client device = device("heard").connected()) {
      assertThat(device.publish(up("heard"), "tilted")).isEmpty();
    }
    assertThat(connector.next(up("heard"))).isEqualTo("tilted");
  }

  @Test
  void nobody_comes_in_without_a_name() {
    try (Client nobody = new Client(town.port(), "", "", "anybody")) {
      assertThat(nobody.connect()).contains(BAD_CREDENTIALS);
    }
  }

  @Test
  void nobody_comes_in_with_a_wrong_password() {
    town.accounts.device("guessed");
    try (Client stranger = new Client(town.port(), "guessed", "guess", "guessed")) {
      assertThat(stranger.connect()).contains(BAD_CREDENTIALS);
    }
  }

  @Test
  void a_device_cannot_take_the_session_of_another() {
    town.accounts.device("thief");
    try (Client owner = device("owner").connected();
        Client thief = town.client("thief", "owner")) {
      assertThat(thief.connect()).contains(CLIENT_ID_INVALID);
      assertThat(owner.isConnected()).isTrue();
    }
  }

  @Test
  void right_credentials_do_not_vouch_for_a_second_client_id() {
    try (Client device = device("twice").connected();
        Client again = town.client("twice", "elsewhere")) {
      assertThat(device.publish(up("twice"), "mine")).isEmpty();
      assertThat(again.connect()).contains(CLIENT_ID_INVALID);
    }
  }

  @Test
  void a_foreign_topic_is_refused_and_nothing_arrives() {
    try (Client victim = device("victim").connected();
        Client device = device("forger").connected()) {
      assertThat(device.publish(up("victim"), "forged")).contains(NOT_AUTHORIZED);
      assertThat(victim.publish(up("victim"), "honest")).isEmpty();
    }
    assertThat(connector.next(up("victim"))).isEqualTo("honest");
    assertThat(connector.received).doesNotContain(up("victim") + " forged");
  }

  @Test
  void a_retained_message_cannot_be_planted_on_a_foreign_topic() {
    try (Client device = device("planter").connected();
        Client other = device("field").connected()) {
      assertThat(device.publish(down("field"), "open".getBytes(UTF_8), true))
          .contains(NOT_AUTHORIZED);
      assertThat(other.subscribe(down("field"))).isEmpty();
      assertThat(connector.publish(down("field"), "close")).isEmpty();
      assertThat(other.next(down("field"))).isEqualTo("close");
    }
  }

  @Test
  void a_retained_message_greets_a_later_subscriber() {
    try (Client device = device("greeted").connected()) {
      assertThat(connector.publish(down("greeted"), "hello".getBytes(UTF_8), true)).isEmpty();
      assertThat(device.subscribe(down("greeted"))).isEmpty();
      assertThat(device.next(down("greeted"))).isEqualTo("hello");
    }
  }

  @Test
  void a_dot_is_no_separator() {
    try (Client victim = device("dots").connected()) {
      town.accounts.add(
          new DeviceAccount("dotted", Set.of("zhili.v1.demo.dots.up"), Set.of("zhili.v1.#")));
      try (Client device = town.client("dotted")) {
        assertThat(device.connect()).contains(UNAVAILABLE);
      }
      assertThat(victim.publish(up("dots"), "alone")).isEmpty();
    }
  }

  @Test
  void a_device_hears_what_is_sent_to_it_and_nothing_else() {
    try (Client device = device("listener").connected()) {
      assertThat(device.subscribe(down("listener"))).isEmpty();
      assertThat(device.subscribe(down("another"))).contains(NOT_AUTHORIZED);
      assertThat(device.subscribe("zhili/v1/demo/+/down")).contains(NOT_AUTHORIZED);
      assertThat(device.subscribe("#")).contains(NOT_AUTHORIZED);
      assertThat(device.subscribe("$share/node-1/zhili/v1/+/+/up")).contains(NOT_AUTHORIZED);
      assertThat(connector.publish(down("listener"), "report")).isEmpty();
      assertThat(device.next(down("listener"))).isEqualTo("report");
    }
  }

  @Test
  void a_refused_share_of_the_connectors_queue_leaves_the_queue_alone() {
    try (Client victim = device("patient").connected();
        Client device = device("vandal").connected()) {
      assertThat(device.subscribe("$share/node-1/zhili/v1/+/+/up")).contains(NOT_AUTHORIZED);
      assertThat(victim.publish(up("patient"), "intact")).isEmpty();
    }
    assertThat(connector.next(up("patient"))).isEqualTo("intact");
  }

  @Test
  void the_connector_may_share_its_subscription() {
    try (Client node2 = town.client(CONNECTOR, "node-2").connected();
        Client node3 = town.client(CONNECTOR, "node-3").connected();
        Client device = device("shared").connected()) {
      assertThat(node2.subscribe("$share/zhili/zhili/v1/+/+/up")).isEmpty();
      assertThat(node3.subscribe("$share/zhili/zhili/v1/+/+/up")).isEmpty();
      assertThat(device.publish(up("shared"), "once")).isEmpty();
      String message = up("shared") + " once";
      Awaiting.until(() -> node2.received.contains(message) || node3.received.contains(message));
      assertThat(node2.received.contains(message)).isNotEqualTo(node3.received.contains(message));
    }
  }

  @Test
  void a_will_on_a_foreign_topic_is_refused_at_the_door() {
    try (Client device = device("testator").withWill(up("heir"))) {
      assertThat(device.connect()).contains(NOT_AUTHORIZED);
    }
  }

  @Test
  void a_will_on_its_own_topic_is_sent_when_the_device_vanishes() throws Exception {
    try (Client device = device("vanishing").withWill(up("vanishing")).connected()) {
      device.vanish();
      assertThat(connector.next(up("vanishing"))).isEqualTo("gone");
    }
  }

  @Test
  void what_nobody_subscribed_to_is_refused_instead_of_lost() {
    town.accounts.add(new DeviceAccount("half", Set.of(up("half"), "elsewhere/half"), Set.of()));
    try (Client device = town.client("half").connected()) {
      assertThat(device.publish("elsewhere/half", "lost?")).contains(NOT_AUTHORIZED);
      assertThat(device.publish(up("half"), "kept")).isEmpty();
    }
  }

  @Test
  void a_gateway_waits_outside_while_nobody_listens_to_its_topics() {
    town.accounts.add(new DeviceAccount("gateway", Set.of("application/#"), Set.of()));
    try (Client early = town.client("gateway")) {
      assertThat(early.connect()).contains(UNAVAILABLE);
    }
    town.accounts.add(
        new DeviceAccount(
            CONNECTOR,
            Set.of("zhili/v1/+/+/down"),
            Set.of("zhili/v1/+/+/up", "application/+/event")));
    Awaiting.until(() -> connector.subscribe("application/+/event").isEmpty());
    try (Client late = town.client("gateway").connected()) {
      assertThat(late.publish("application/7/event", "uplink")).isEmpty();
    }
    assertThat(connector.next("application/7/event")).isEqualTo("uplink");
  }

  @Test
  void devices_made_for_iotda_and_alink_are_heard_on_their_platforms_topics() {
    String iotda = "$oc/devices/cover_7/sys/properties/report";
    String alink = "/sys/a1/cover7/thing/event/property/post";
    town.accounts.add(
        new DeviceAccount(
            CONNECTOR,
            Set.of("zhili/v1/+/+/down"),
            Set.of(
                "zhili/v1/+/+/up",
                "$oc/devices/+/sys/properties/+",
                "/sys/+/+/thing/event/property/post")));
    try (Client node = town.client(CONNECTOR, "node-9").connected()) {
      Awaiting.until(() -> node.subscribe("$share/n/$oc/devices/+/sys/properties/+").isEmpty());
      assertThat(node.subscribe("/sys/+/+/thing/event/property/post")).isEmpty();
      town.accounts.add(new DeviceAccount("cover_7", Set.of("$oc/devices/cover_7/#"), Set.of()));
      town.accounts.add(new DeviceAccount("cover7", Set.of("/sys/a1/cover7/#"), Set.of()));
      try (Client huawei = town.client("cover_7").connected();
          Client aliyun = town.client("cover7").connected()) {
        assertThat(huawei.publish(iotda, "report")).isEmpty();
        assertThat(aliyun.publish(alink, "post")).isEmpty();
        assertThat(node.next(iotda)).isEqualTo("report");
        assertThat(node.next(alink)).isEqualTo("post");
        assertThat(huawei.publish("$oc/devices/cover_8/sys/properties/report", "lie"))
            .contains(NOT_AUTHORIZED);
        assertThat(aliyun.publish("/sys/a1/cover8/thing/event/property/post", "lie"))
            .contains(NOT_AUTHORIZED);
        assertThat(huawei.publish("$SYS/x", "lie")).isPresent();
      }
    }
  }

  @Test
  void a_revoked_device_is_disconnected_and_stays_out() {
    try (Client device = device("revoked").connected();
        Client other = device("trusted").connected()) {
      town.accounts.revoke("revoked");
      assertThat(device.wasDisconnected()).isTrue();
      assertThat(other.isConnected()).isTrue();
    }
    try (Client again = town.client("revoked")) {
      assertThat(again.connect()).contains(BAD_CREDENTIALS);
    }
  }

  @Test
  void rights_that_shrink_shrink_for_connected_devices_too() {
    try (Client device = device("shrinking").connected()) {
      town.accounts.add(new DeviceAccount("shrinking", Set.of(), Set.of()));
      Awaiting.until(() -> device.publish(up("shrinking"), "still").isPresent());
      assertThat(device.isConnected()).isTrue();
    }
  }

  @Test
  void a_packet_too_large_closes_that_client_only() {
    try (Client device = device("large").connected();
        Client other = device("small").connected()) {
      device.publish(up("large"), new byte[Town.MAX_PACKET_BYTES + 1], false);
      assertThat(device.wasDisconnected()).isTrue();
      assertThat(other.publish(up("small"), "fine")).isEmpty();
    }
    assertThat(connector.next(up("small"))).isEqualTo("fine");
  }
}
