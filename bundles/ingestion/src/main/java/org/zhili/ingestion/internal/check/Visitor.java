package org.zhili.ingestion.internal.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of the check's own, which acknowledges only what it is told to. Used by one
 * thread, once.
 */
final class Visitor implements MqttCallback {
  private static final Logger LOG = LoggerFactory.getLogger(Visitor.class);
  private static final int AT_LEAST_ONCE = 1;
  private static final int HIGHEST_QOS = 2;
  private static final int FIRST_REFUSAL = 0x80;
  private static final int LAST_REFUSAL = 0xFF;

  /** Paho's sender, receiver, callback, pinger, connector and disconnector, none ever queued. */
  private static final int THREADS = 8;

  private static final int WINDOW = 100;
  private static final long ANSWER_MILLISECONDS = 5_000;
  private static final long GOODBYE_MILLISECONDS = 1_000;

  /** The broker drops what is left of a check that died. */
  private static final long MESSAGE_EXPIRY_SECONDS = 300;

  private final Target target;
  private final ScheduledThreadPoolExecutor threads;
  private final MqttAsyncClient client;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(0);
  private boolean gone;

  Visitor(Target target, String clientId) throws MqttException {
    this.target = target;
    threads =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, clientId);
              thread.setDaemon(true);
              return thread;
            });
    client = new MqttAsyncClient(target.uri(), clientId, null, null, threads);
    client.setManualAcks(true);
    client.setCallback(this);
  }

  /** Connect. Waits at most 10 s. */
  Welcome connect(Coming coming) throws MqttException {
    IMqttToken token = client.connect(options(coming));
    token.waitForCompletion(2 * ANSWER_MILLISECONDS);
    MqttProperties said = token.getResponseProperties();
    room.release((int) Math.min(WINDOW, or(said, MqttProperties::getReceiveMaximum, WINDOW)));
    return new Welcome(
        token.getSessionPresent(),
        Duration.ofSeconds(
            or(said, MqttProperties::getSessionExpiryInterval, coming.expiry().toSeconds())),
        (int) or(said, MqttProperties::getMaximumQoS, HIGHEST_QOS));
  }

  private MqttConnectionOptions options(Coming coming) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    target
        .login()
        .ifPresent(
            login -> {
              options.setUserName(login.username());
              options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
            });
    target.sockets().ifPresent(options::setSocketFactory);
    options.setCleanStart(coming.anew());
    options.setSessionExpiryInterval(coming.expiry().toSeconds());
    options.setReceiveMaximum(coming.receiveMaximum());
    options.setConnectionTimeout((int) (ANSWER_MILLISECONDS / 1_000));
    options.setAutomaticReconnect(false);
    return options;
  }

  private static long or(
      @Nullable MqttProperties said,
      Function<MqttProperties, ? extends @Nullable Number> property,
      long otherwise) {
    Number value = said == null ? null : property.apply(said);
    return value == null ? otherwise : value.longValue();
  }

  /** Subscribe to one filter; says whether the broker granted it. Waits at most 5 s. */
  boolean subscribe(String filter) throws MqttException {
    try {
      IMqttToken token = client.subscribe(filter, AT_LEAST_ONCE);
      token.waitForCompletion(ANSWER_MILLISECONDS);
      return token.getReasonCodes()[0] < FIRST_REFUSAL;
    } catch (MqttException e) {
      if (e.getReasonCode() >= FIRST_REFUSAL && e.getReasonCode() <= LAST_REFUSAL) {
        return false;
      }
      throw e;
    }
  }

  /** Publish messages numbered from 1; how many of them the broker acknowledged as taken. */
  int publish(String topic, int count) throws MqttException {
    List<IMqttToken> sent = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      sent.add(send(topic, message(Integer.toString(n))));
    }
    int taken = 0;
    for (IMqttToken token : sent) {
      taken += isTaken(token) ? 1 : 0;
    }
    return taken;
  }

  /** Paho refuses to send more at once than the broker wants, so wait for room. */
  private IMqttToken send(String topic, MqttMessage message) throws MqttException {
    try {
      if (!room.tryAcquire(ANSWER_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        throw new MqttException(MqttClientException.REASON_CODE_CLIENT_TIMEOUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MqttException(e);
    }
    return client.publish(topic, message);
  }

  /** Publish one message of that size; says whether the broker took it. */
  boolean publishLarge(String topic, int bytes) throws MqttException {
    return isTaken(send(topic, message("1" + " ".repeat(bytes - 1))));
  }

  /** Have the broker keep a message for those who subscribe later; says whether it took it. */
  boolean publishRetained(String topic, String payload) throws MqttException {
    MqttMessage message = message(payload);
    message.setRetained(true);
    return isTaken(send(topic, message));
  }

  private static MqttMessage message(String payload) {
    MqttProperties properties = new MqttProperties();
    properties.setMessageExpiryInterval(MESSAGE_EXPIRY_SECONDS);
    return new MqttMessage(
        payload.getBytes(StandardCharsets.US_ASCII), AT_LEAST_ONCE, false, properties);
  }

  private static boolean isTaken(IMqttToken token) throws MqttException {
    token.waitForCompletion(ANSWER_MILLISECONDS);
    int[] codes = token.getReasonCodes();
    return codes == null || codes.length == 0 || codes[0] < FIRST_REFUSAL;
  }

  /**
   * Take what arrives until there are so many different messages, or nothing arrived for so long.
   * Nothing is acknowledged.
   */
  List<Arrival> hold(int enough, Duration quiet) {
    return take(enough, quiet, false);
  }

  /** The same, and acknowledge each. */
  List<Arrival> receive(int enough, Duration quiet) {
    return take(enough, quiet, true);
  }

  private List<Arrival> take(int enough, Duration quiet, boolean acknowledging) {
    List<Arrival> taken = new ArrayList<>();
    Set<Integer> different = new HashSet<>();
    try {
      while (different.size() < enough) {
        Arrival next = arrivals.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
          break;
        }
        taken.add(next);
        different.add(next.number());
        if (acknowledging) {
          acknowledge(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return taken;
  }

  void acknowledge(Arrival arrival) {
    try {
      client.messageArrivedComplete(arrival.id(), AT_LEAST_ONCE);
    } catch (MqttException e) {
      LOG.debug("message {} could not be acknowledged", arrival.number(), e);
    }
  }

  /** Be gone without a word, as a machine that loses its power. */
  void vanish() {
    gone = true;
    try {
      client.disconnectForcibly(0, 0, false);
    } catch (MqttException e) {
      LOG.debug("the connection was gone already", e);
    }
    close();
  }

  /**
   * Say goodbye, unless it is gone already. The broker keeps the session for as long as was asked
   * at the beginning.
   */
  void leave() {
    if (gone) {
      return;
    }
    gone = true;
    try {
      client.disconnect(0).waitForCompletion(GOODBYE_MILLISECONDS);
    } catch (MqttException e) {
      LOG.debug("the connection was gone already", e);
    }
    close();
  }

  private void close() {
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("the client was closed already", e);
    }
    threads.shutdown();
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    String payload = new String(message.getPayload(), StandardCharsets.US_ASCII).strip();
    if (payload.matches("[0-9]{1,9}")) {
      arrivals.add(
          new Arrival(
              message.getId(),
              Integer.parseInt(payload),
              message.getPayload().length,
              message.isRetained(),
              message.isDuplicate()));
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    LOG.debug("disconnected: {}", response);
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    LOG.debug("MQTT client", exception);
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    room.release();
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
