package org.zhili.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * A device or gateway that publishes over MQTT 5 with QoS 1. What it may not do is an answer, a
 * reason code of the protocol, not an exception.
 */
final class Device implements AutoCloseable {
  /** Reason codes of MQTT 5. */
  static final int BAD_CREDENTIALS = 0x86;

  static final int NOT_AUTHORIZED = 0x87;

  private static final Set<Integer> HANGING_UP =
      Set.of(
          (int) MqttClientException.REASON_CODE_CLIENT_DISCONNECTING,
          (int) MqttClientException.REASON_CODE_CLIENT_ALREADY_DISCONNECTED);

  private static final int FIRST_REFUSAL = 0x80;
  private static final long PATIENCE_MILLISECONDS = 30_000;

  private final MqttAsyncClient client;
  private final MqttConnectionOptions options = new MqttConnectionOptions();
  private final String topic;

  /**
   * Make one that is not connected yet.
   *
   * @param topic where it publishes
   */
  Device(int port, String username, String password, String topic) {
    this.topic = topic;
    options.setUserName(username);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    options.setAutomaticReconnect(false);
    try {
      client = new MqttAsyncClient("tcp://127.0.0.1:" + port, username, null);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connected device, from the answer to a request for its credential. */
  static Device connected(int port, JsonNode credential) {
    Device device =
        new Device(
            port,
            credential.path("username").asText(),
            credential.path("password").asText(),
            credential.path("topic").asText());
    // whoever subscribes to its topic may be on the way still
    Eventually.passes(() -> expectNone(device.connect()));
    return device;
  }

  /** Connect; the reason code when it is refused. */
  Optional<Integer> connect() {
    return refusal(() -> client.connect(options));
  }

  /** Publish on its topic, and fail unless the broker acknowledges. */
  void publish(String text) {
    publish(topic, text);
  }

  /** Publish on another topic, such as that of one of a gateway's devices. */
  void publish(String on, String text) {
    expectNone(tryPublish(on, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Publish, and wait for the acknowledgement; the reason code when it is refused. */
  Optional<Integer> tryPublish(String on, byte[] payload) {
    return refusal(() -> client.publish(on, payload, 1, false));
  }

  String topic() {
    return topic;
  }

  boolean isConnected() {
    return client.isConnected();
  }

  private interface Call {
    IMqttToken start() throws MqttException;
  }

  private static Optional<Integer> refusal(Call call) {
    try {
      IMqttToken token = call.start();
      token.waitForCompletion(PATIENCE_MILLISECONDS);
      int[] codes = token.getReasonCodes();
      return codes == null || codes.length == 0 || codes[0] < FIRST_REFUSAL
          ? Optional.empty()
          : Optional.of(codes[0]);
    } catch (MqttException e) {
      return Optional.of(e.getReasonCode());
    }
  }

  private static void expectNone(Optional<Integer> refusal) {
    if (refusal.isPresent()) {
      throw new AssertionError("refused with " + refusal.get());
    }
  }

  @Override
  public void close() {
    try {
      if (client.isConnected()) {
        disconnect();
      }
      client.close(true);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A broker that refused what was said may have hung up in this very moment. */
  private void disconnect() throws MqttException {
    try {
      client.disconnect().waitForCompletion(PATIENCE_MILLISECONDS);
    } catch (MqttException e) {
      if (!HANGING_UP.contains(e.getReasonCode())) {
        throw e;
      }
    }
  }
}
