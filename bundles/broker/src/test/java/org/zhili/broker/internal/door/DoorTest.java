package org.zhili.broker.internal.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.zhili.device.DeviceAccount;
import org.zhili.device.DeviceAccounts;

class DoorTest {
  private static final DeviceAccounts ONE_DEVICE =
      new DeviceAccounts() {
        @Override
        public Optional<DeviceAccount> authenticate(
            String username, String password, String clientId) {
          return current(username);
        }

        @Override
        public Optional<DeviceAccount> current(String username) {
          return Optional.of(new DeviceAccount(username, Set.of("a/up"), Set.of("a/down")));
        }

        @Override
        public Credentials connector() {
          return new Credentials("connector", "secret");
        }
      };

  private final Queue<Runnable> judging = new ArrayDeque<>();

  @Test
  void packets_wait_for_the_verdict_and_then_come_in_order() {
    EmbeddedChannel channel = new EmbeddedChannel(door(() -> Optional.of(ONE_DEVICE)));
    channel.writeInbound(connect(), publish("a/up"));
    assertThat(channel.<Object>readInbound()).isNull();

    judging.remove().run();
    channel.runPendingTasks();
    assertThat(channel.<Object>readInbound()).isInstanceOf(MqttConnectMessage.class);
    assertThat(channel.<Object>readInbound()).isInstanceOf(MqttPublishMessage.class);
  }

  @Test
  void a_client_that_floods_before_the_verdict_is_disconnected() {
    EmbeddedChannel channel = new EmbeddedChannel(door(() -> Optional.of(ONE_DEVICE)));
    channel.writeInbound(connect());
    for (int i = 0; i < 100 && channel.isOpen(); i++) {
      channel.writeInbound(publish("a/up"));
    }
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void accounts_that_break_are_accounts_that_are_away() {
    EmbeddedChannel channel =
        new EmbeddedChannel(
            door(
                () -> {
                  throw new IllegalStateException("out of order");
                }));
    channel.writeInbound(connect());
    judging.remove().run();
    channel.runPendingTasks();
    assertRefused(channel, MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5);
  }

  @Test
  void when_too_many_knock_the_next_is_told_to_come_later() {
    Gatekeeper gatekeeper = new Gatekeeper(() -> Optional.of(ONE_DEVICE), topic -> true);
    EmbeddedChannel channel =
        new EmbeddedChannel(
            new Door(
                gatekeeper,
                new Sessions(gatekeeper),
                new RefusalLog(),
                task -> {
                  throw new RejectedExecutionException("full");
                }));
    channel.writeInbound(connect());
    assertRefused(channel, MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY);
  }

  @Test
  void who_says_nothing_is_sent_away_after_a_while() {
    EmbeddedChannel channel =
        new EmbeddedChannel(new Threshold(Duration.ofSeconds(10), context -> {}));
    channel.advanceTimeBy(9, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertThat(channel.isOpen()).isTrue();
    channel.advanceTimeBy(2, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertThat(channel.isOpen()).isFalse();
  }

  private Door door(Supplier<Optional<DeviceAccounts>> accounts) {
    Gatekeeper gatekeeper = new Gatekeeper(accounts, topic -> true);
    return new Door(gatekeeper, new Sessions(gatekeeper), new RefusalLog(), judging::add);
  }

  private static void assertRefused(EmbeddedChannel channel, MqttConnectReturnCode code) {
    MqttConnAckMessage answer = channel.readOutbound();
    assertThat(answer.variableHeader().connectReturnCode()).isEqualTo(code);
    assertThat(channel.isOpen()).isFalse();
  }

  private static MqttConnectMessage connect() {
    return MqttMessageBuilders.connect()
        .protocolVersion(MqttVersion.MQTT_5)
        .clientId("a")
        .username("a")
        .password("secret".getBytes(UTF_8))
        .build();
  }

  private static MqttPublishMessage publish(String topic) {
    return MqttMessageBuilders.publish()
        .topicName(topic)
        .qos(MqttQoS.AT_LEAST_ONCE)
        .messageId(1)
        .payload(Unpooled.EMPTY_BUFFER)
        .build();
  }
}
