package org.zhili.demo.city.device;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.zhili.device.Payload;

/** A connection that stays, of a device with mains power or of a gateway. */
public final class MqttUplink implements Uplink {
  private static final long PATIENCE_SECONDS = 20;

  private final MqttAsyncClient client;
  private final String topics;

  private MqttUplink(MqttAsyncClient client, String topics) {
    this.client = client;
    this.topics = topics;
  }

  /**
   * What a device logs in with.
   *
   * @param topics the topics it may publish to, with {@code +} where a gateway puts a device
   */
  public record Credential(String username, String password, String topics) {
    @Override
    public String toString() {
      return "Credential[" + username + "]";
    }
  }

  /** Connect; a connection that is lost later is made again by itself. */
  public static MqttUplink connect(String broker, Credential credential) throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient(broker, credential.username(), new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(credential.username());
    options.setPassword(credential.password().getBytes(StandardCharsets.UTF_8));
    options.setAutomaticReconnect(true);
    options.setAutomaticReconnectDelay(1, 5);
    options.setCleanStart(true);
    client.connect(options).waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    return new MqttUplink(client, credential.topics());
  }

  @Override
  public CompletableFuture<Void> publish(String device, Payload payload) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    MqttMessage message = new MqttMessage(payload.toBytes());
    message.setQos(1);
    try {
      client.publish(topics.replace("+", device), message, null, new Settling(acknowledged));
    } catch (MqttException | RuntimeException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }

  @Override
  public void close() {
    try {
      client.disconnectForcibly(100, 500, false);
      client.close(true);
    } catch (MqttException e) {
      // it is gone either way
      return;
    }
  }

  /** Tells what became of a message. */
  private record Settling(CompletableFuture<Void> acknowledged) implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      acknowledged.complete(null);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
      acknowledged.completeExceptionally(failure);
    }
  }
}
