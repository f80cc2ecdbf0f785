package org.zhili.ingestion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.device.DeviceAccounts;
import org.zhili.message.MessageInlet;
import org.zhili.message.Receipt;

/**
 * One connection to the broker, from its beginning to its end; never used again after that.
 *
 * <p>A receipt belongs to the connection its message came on. The broker numbers messages anew on
 * the next one, and an acknowledgement that came too late could hit another message there: it is
 * dropped, and the message comes again.
 */
final class Connection implements MqttCallback {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int AT_LEAST_ONCE = 1;
  private static final int NOT_IF_SUBSCRIBED = 1;
  private static final int CONNECT_SECONDS = 5;
  private static final long ANSWER_MILLISECONDS = 5_000;
  private static final long QUIESCE_MILLISECONDS = 200;
  private static final long GOODBYE_MILLISECONDS = 1_000;

  /** Paho's sender, receiver, callback, pinger, connector and disconnector, none ever queued. */
  private static final int THREADS = 8;

  /** Who is told when the connection ends by itself. Called on a thread of the connection. */
  interface Watcher {
    void lost(Connection connection, String reason, int code);

    void refused(Connection connection);
  }

  private final MqttSettings settings;
  private final Delivery delivery;
  private final Watcher watcher;
  private final ScheduledThreadPoolExecutor threads;
  private final MqttAsyncClient client;
  private final BufferedSockets sockets = new BufferedSockets();
  private final Object door = new Object();
  private boolean open = true;

  Connection(String clientId, MqttSettings settings, Delivery delivery, Watcher watcher)
      throws MqttException {
    this.settings = settings;
    this.delivery = delivery;
    this.watcher = watcher;
    threads = new ScheduledThreadPoolExecutor(THREADS, daemons(clientId));
    // no persistence of its own: the broker holds the session
    client = new MqttAsyncClient(settings.broker().uri(), clientId, null, null, threads);
    client.setManualAcks(true);
    client.setCallback(this);
  }

  private static ThreadFactory daemons(String clientId) {
    return task -> {
      Thread thread = new Thread(task, "zhili-mqtt-" + clientId);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Connect; says whether the broker still had the session. Waits at most 10 s. */
  boolean connect(DeviceAccounts.Credentials credentials)
      throws MqttException, IOException, GeneralSecurityException {
    var options = new MqttConnectionOptions();
    options.setUserName(credentials.username());
    options.setPassword(credentials.password().getBytes(StandardCharsets.UTF_8));
    options.setCleanStart(false);
    options.setSessionExpiryInterval(settings.session().expiry().toSeconds());
    options.setKeepAliveInterval((int) settings.session().keepAlive().toSeconds());
    options.setReceiveMaximum(delivery.window(settings));
    options.setMaximumPacketSize((long) settings.intake().maximumPacketBytes());
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setAutomaticReconnect(false);
    if (settings.broker().trustedCertificates().isPresent()) {
      options.setSocketFactory(
          Certificates.trusting(settings.broker().trustedCertificates().get()));
    } else if (settings.broker().uri().startsWith("tcp://")) {
      options.setSocketFactory(sockets);
    }
    IMqttToken token = client.connect(options);
    token.waitForCompletion(2 * ANSWER_MILLISECONDS);
    return token.getSessionPresent();
  }

  /** Subscribe to one filter; answers the broker's reason code. Waits at most 5 s. */
  int subscribe(String filter) throws MqttException {
    var subscription = new MqttSubscription(filter, AT_LEAST_ONCE);
    subscription.setRetainHandling(NOT_IF_SUBSCRIBED);
    IMqttToken token = client.subscribe(subscription);
    token.waitForCompletion(ANSWER_MILLISECONDS);
    return token.getReasonCodes()[0];
  }

  /** Unsubscribe from one filter, whether it was subscribed to or not. Waits at most 5 s. */
  void unsubscribe(String filter) throws MqttException {
    client.unsubscribe(filter).waitForCompletion(ANSWER_MILLISECONDS);
  }

  /** Say goodbye if the broker still listens, and let go of everything. Takes 2 s at most. */
  void close() {
    try {
      client.disconnect(QUIESCE_MILLISECONDS).waitForCompletion(GOODBYE_MILLISECONDS);
    } catch (MqttException e) {
      LOG.debug("the connection ends without goodbye", e);
      drop();
    }
    synchronized (door) {
      if (open) {
        open = false;
        try {
          client.close(true);
        } catch (MqttException e) {
          LOG.debug("the client was closed already", e);
        }
      }
    }
    hangUp();
    threads.shutdown();
  }

  private void hangUp() {
    try {
      sockets.close();
    } catch (IOException e) {
      LOG.debug("the socket was broken already", e);
    }
  }

  private void drop() {
    try {
      client.disconnectForcibly(0, GOODBYE_MILLISECONDS, false);
    } catch (MqttException e) {
      LOG.debug("the connection was gone already", e);
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    int id = message.getId();
    Receipt receipt = message.getQos() == 0 ? () -> {} : () -> acknowledge(id);
    try {
      delivery.deliver(topic, message, receipt);
    } catch (MessageInlet.InletClosed e) {
      // an inlet may say so too when the loss of the connection interrupts it
      if (client.isConnected()) {
        watcher.refused(this);
      }
    } catch (RuntimeException e) {
      LOG.warn("the town could not take a message of {}; it will come again", topic, e);
      watcher.lost(this, "the town could not take a message", 0);
    }
  }

  private void acknowledge(int id) {
    synchronized (door) {
      if (open) {
        try {
          client.messageArrivedComplete(id, AT_LEAST_ONCE);
        } catch (MqttException e) {
          LOG.debug("message {} is stored, could not be acknowledged and comes again", id, e);
        }
      }
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    watcher.lost(this, Reasons.of(response), response.getReturnCode());
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    LOG.debug("MQTT client", exception);
  }

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
