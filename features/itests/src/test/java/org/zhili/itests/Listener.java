package org.zhili.itests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Somebody who listens on a broker, connected. */
final class Listener implements AutoCloseable, MqttCallback {
  private static final long PATIENCE_SECONDS = 30;

  private final MqttAsyncClient client;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @SuppressWarnings("this-escape")
  Listener(int port, String username, String password) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(username);
    options.setPassword(password.getBytes(UTF_8));
    try {
      client =
          new MqttAsyncClient("tcp://127.0.0.1:" + port, "listener-" + UUID.randomUUID(), null);
      client.setCallback(this);
      client.connect(options).waitForCompletion(PATIENCE_SECONDS * 1_000);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  Listener subscribe(String filter) {
    try {
      client.subscribe(filter, 1).waitForCompletion(PATIENCE_SECONDS * 1_000);
      return this;
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next message, as its topic and its text. */
  String next() {
    try {
      String message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("nothing was heard");
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** All that was heard and not taken. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    try {
      client.disconnect().waitForCompletion(PATIENCE_SECONDS * 1_000);
      client.close();
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    heard.add(topic + " " + new String(message.getPayload(), UTF_8));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException exception) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
