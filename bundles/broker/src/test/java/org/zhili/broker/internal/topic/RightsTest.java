package org.zhili.broker.internal.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.device.DeviceAccount;

class RightsTest {
  private final Rights device =
      Rights.of(
          new DeviceAccount(
              "MC-001", Set.of("zhili/v1/demo/MC-001/up"), Set.of("zhili/v1/demo/MC-001/down")),
          "MC-001");
  private final Rights connector =
      Rights.ofConnector(
          new DeviceAccount("connector", Set.of("zhili/v1/+/+/down"), Set.of("zhili/v1/+/+/up")),
          "node-1");

  @Test
  void a_right_to_a_filter_is_a_right_to_every_topic_of_it() {
    assertThat(connector.mayPublish("zhili/v1/demo/MC-001/down")).isTrue();
    assertThat(connector.mayPublish("zhili/v1/demo/MC-001/up")).isFalse();
    assertThat(connector.mayPublish("zhili/v1/+/+/down")).isFalse();
  }

  @Test
  void a_queue_belongs_to_the_client_whose_name_it_bears() {
    String filter = "zhili/v1/demo/MC-001/down";
    assertThat(device.mayUseQueue(filter, "MC-001." + filter)).isTrue();
    assertThat(device.mayUseQueue(filter, "MC-002." + filter)).isFalse();
    assertThat(device.mayUseQueue(filter, filter)).isFalse();
    assertThat(device.mayUseQueue(filter, "node-1.zhili/v1/+/+/up")).isFalse();
    assertThat(device.mayUseQueue("zhili/v1/+/+/up", "MC-001.zhili/v1/+/+/up")).isFalse();
  }

  @Test
  void only_the_connector_shares_what_it_may_hear() {
    Subscription shared = Subscription.parse("$share/zhili/zhili/v1/+/+/up").orElseThrow();
    Subscription own = Subscription.parse("$share/x/zhili/v1/demo/MC-001/down").orElseThrow();
    assertThat(connector.maySubscribe(shared)).isTrue();
    assertThat(connector.mayUseQueue("zhili/v1/+/+/up", "zhili.zhili/v1/+/+/up")).isTrue();
    assertThat(device.maySubscribe(own)).isFalse();
  }

  @Test
  void an_account_may_be_given_a_share_of_its_own() {
    Rights rights =
        Rights.of(new DeviceAccount("log", Set.of(), Set.of("$share/log/zhili/v1/#")), "log");
    assertThat(rights.maySubscribe(Subscription.parse("$share/log/zhili/v1/+/+/up").orElseThrow()))
        .isTrue();
    assertThat(rights.maySubscribe(Subscription.parse("$share/zhili/zhili/v1/#").orElseThrow()))
        .isFalse();
    assertThat(rights.maySubscribe(Subscription.parse("zhili/v1/#").orElseThrow())).isFalse();
  }

  @Test
  void filters_nobody_can_read_give_no_right() {
    Rights rights = Rights.of(new DeviceAccount("x", Set.of("a//#", "a::b"), Set.of("#/a")), "x");
    assertThat(rights.publish()).isEmpty();
    assertThat(rights.mayPublish("a::b")).isFalse();
    assertThat(rights.mayCreateAddress("a")).isFalse();
  }
}
