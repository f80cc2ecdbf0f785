package org.zhili.ingestion;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.zhili.device.DeviceAccounts.Credentials;

/**
 * A session with the broker that is kept up: connects, subscribes, and begins again whenever the
 * connection is lost.
 *
 * <p>Every connection is a new one, also after a loss, and every attempt is made here: Paho's own
 * reconnecting starts only after a first success, shares its delay among all clients of the JVM and
 * sends leftover acknowledgements on the new connection. Runs on the worker thread alone, but for
 * {@link #close}.
 */
final class KeptSession implements Connection.Watcher {
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  private final String clientId;
  private final MqttSettings settings;
  private final Supplier<Credentials> credentials;
  private final Delivery delivery;
  private final ScheduledExecutorService worker;
  private final ConnectionLog log;
  private final AtomicReference<@Nullable Connection> current = new AtomicReference<>();

  private volatile boolean closed;
  private boolean subscribed;
  private List<String> outdated;
  private Duration delay = FIRST_DELAY;

  /**
   * @param outdated filters the broker may still have for this session
   */
  KeptSession(
      String clientId,
      MqttSettings settings,
      List<String> outdated,
      Supplier<Credentials> credentials,
      Delivery delivery,
      ScheduledExecutorService worker) {
    this.clientId = clientId;
    this.settings = settings;
    this.outdated = outdated;
    this.credentials = credentials;
    this.delivery = delivery;
    this.worker = worker;
    this.log = new ConnectionLog(settings.broker().uri(), clientId);
  }

  void connect() {
    if (closed) {
      return;
    }
    Connection connection = null;
    try {
      connection = new Connection(clientId, settings, delivery, this);
      boolean resumed = connection.connect(credentials.get());
      if (subscribe(connection, resumed)) {
        current.set(connection);
        delay = FIRST_DELAY;
        log.connected(resumed);
        if (closed) {
          close();
        }
        return;
      }
    } catch (MqttException | IOException | GeneralSecurityException | RuntimeException e) {
      log.failed(e);
    }
    if (connection != null) {
      connection.close();
    }
    again();
  }

  /**
   * Bring the session's subscriptions up to date, one after the other: two at once on a new share
   * group have left one of them without messages.
   */
  private boolean subscribe(Connection connection, boolean resumed) throws MqttException {
    for (String filter : outdated) {
      connection.unsubscribe(filter);
    }
    outdated = List.of();
    if (subscribed && resumed) {
      return true;
    }
    for (String filter : settings.intake().filters()) {
      int code = connection.subscribe(filter);
      if (!Reasons.isSubscribed(code)) {
        log.notSubscribed(filter, code);
        return false;
      }
    }
    subscribed = true;
    return true;
  }

  private void again() {
    double jitter = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
    long wait = Math.round(delay.toMillis() * jitter);
    Duration doubled = delay.multipliedBy(2);
    delay = doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
    onWorker(
        () -> {
          var unused = worker.schedule(this::connect, wait, TimeUnit.MILLISECONDS);
        });
  }

  @Override
  public void lost(Connection connection, String reason, int code) {
    onWorker(
        () ->
            worker.execute(
                () -> {
                  if (current.compareAndSet(connection, null)) {
                    log.lost(reason, code);
                    connection.close();
                    delay = Reasons.isTakenOver(code) ? LONGEST_DELAY : delay;
                    again();
                  }
                }));
  }

  /** The town takes no more: the messages wait in the broker for another connector. */
  @Override
  public void refused(Connection connection) {
    closed = true;
    onWorker(
        () ->
            worker.execute(
                () -> {
                  if (current.compareAndSet(connection, null)) {
                    log.refused();
                    connection.close();
                  }
                }));
  }

  private static void onWorker(Runnable task) {
    try {
      task.run();
    } catch (RejectedExecutionException e) {
      // the connector is closing, and closes this session itself
    }
  }

  /** Any thread. */
  boolean isConnected() {
    return current.get() != null;
  }

  /** Begin no further connection. Any thread. */
  void end() {
    closed = true;
  }

  /** Disconnect and stay so; the broker keeps the session. Any thread; takes 2 s at most. */
  void close() {
    end();
    Connection connection = current.getAndSet(null);
    if (connection != null) {
      connection.close();
    }
  }
}
