package org.zhili.broker.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A real MQTT 5 client with answers instead of exceptions. */
final class Client implements AutoCloseable, MqttCallback {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final List<String> received = new CopyOnWriteArrayList<>();
  private final Map<String, BlockingQueue<String>> arrivals = new ConcurrentHashMap<>();
  private final CountDownLatch gone = new CountDownLatch(1);
  private final MqttConnectionOptions options = new MqttConnectionOptions();
  private final MqttAsyncClient paho;

  Client(int port, String username, String password, String clientId) {
    try {
      paho = new MqttAsyncClient("tcp://127.0.0.1:" + port, clientId, new MemoryPersistence());
      paho.setCallback(this);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
    options.setCleanStart(false);
    options.setSessionExpiryInterval(3_600L);
    options.setAutomaticReconnect(false);
    if (!username.isEmpty()) {
      options.setUserName(username);
      options.setPassword(password.getBytes(UTF_8));
    }
  }

  Client withWill(String topic) {
    MqttProperties properties = new MqttProperties();
    properties.setWillDelayInterval(1L);
    options.setWill(topic, new MqttMessage("gone".getBytes(UTF_8), 1, false, null));
    options.setWillMessageProperties(properties);
    return this;
  }

  /** Connect; the reason code of the refusal, empty when the client is in. */
  Optional<Integer> connect() {
    return answer(() -> paho.connect(options));
  }

  Client connected() {
    Optional<Integer> refusal = connect();
    if (refusal.isPresent()) {
      throw new AssertionError("refused with " + refusal.get());
    }
    return this;
  }

  /** Publish with QoS 1 and wait; the reason code of the refusal, empty when it was accepted. */
  Optional<Integer> publish(String topic, String payload) {
    return publish(topic, payload.getBytes(UTF_8), false);
  }

  Optional<Integer> publish(String topic, byte[] payload, boolean retained) {
    return answer(() -> paho.publish(topic, payload, 1, retained));
  }

  /** Publish one after the other without waiting, then wait until all are acknowledged. */
  void publishAll(String topic, List<String> payloads) {
    try {
      List<IMqttToken> tokens = new ArrayList<>();
      for (String payload : payloads) {
        tokens.add(paho.publish(topic, payload.getBytes(UTF_8), 1, false));
      }
      for (IMqttToken token : tokens) {
        token.waitForCompletion(PATIENCE.toMillis());
      }
    } catch (MqttException e) {
      throw new AssertionError(e);
    }
  }

  Optional<Integer> subscribe(String filter) {
    return answer(() -> paho.subscribe(filter, 1));
  }

  /** The next message on this topic. */
  String next(String topic) {
    try {
      String message = on(topic).poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("nothing arrived on " + topic + " in " + PATIENCE);
      }
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private BlockingQueue<String> on(String topic) {
    return arrivals.computeIfAbsent(topic, t -> new LinkedBlockingQueue<>());
  }

  boolean isConnected() {
    return paho.isConnected();
  }

  /** Whether the broker closed the connection, waiting for it if need be. */
  boolean wasDisconnected() {
    try {
      return gone.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Call {
    IMqttToken start() throws MqttException;
  }

  private static Optional<Integer> answer(Call call) {
    try {
      IMqttToken token = call.start();
      token.waitForCompletion(PATIENCE.toMillis());
      int[] codes = token.getReasonCodes();
      return codes == null || codes.length == 0 || codes[0] < 0x80
          ? Optional.empty()
          : Optional.of(codes[0]);
    } catch (MqttException e) {
      return Optional.of(e.getReasonCode());
    }
  }

  @Override
  public void close() {
    try {
      if (paho.isConnected()) {
        paho.disconnect().waitForCompletion(PATIENCE.toMillis());
      }
      paho.close(true);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leave without a word, as a device does that loses its power. */
  void vanish() throws MqttException {
    paho.disconnectForcibly(0, 0, false);
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    String text = new String(message.getPayload(), UTF_8);
    received.add(topic + " " + text);
    on(topic).add(text);
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    gone.countDown();
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String uri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
