package org.zhili.ingestion;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.device.DeviceAccounts.Credentials;
import org.zhili.message.MessageInlet;

/**
 * Feeds the town with messages of an MQTT broker.
 *
 * <p>A message is acknowledged to the broker after the town has stored it, never before; what is
 * unacknowledged when a connection or this process ends comes again, marked as redelivered. While
 * there is no connector the broker keeps the messages, as long as the session's expiry allows.
 *
 * <p>Thread-safe. Connecting, and connecting again, goes on in the background until {@link #close}.
 */
public final class MqttConnector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttConnector.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ScheduledThreadPoolExecutor worker;
  private final List<KeptSession> sessions;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Begin to connect.
   *
   * @param credentials asked before each attempt
   * @param inlet where messages go; when it closes, this connector disconnects for good
   * @throws IllegalArgumentException when the settings make no sense, saying why
   */
  public MqttConnector(
      MqttSettings settings,
      Supplier<Credentials> credentials,
      MessageInlet inlet,
      InstantSource clock) {
    this(settings, Optional.empty(), credentials, new Delivery(inlet, clock));
  }

  /**
   * @param before the settings of the connector this one follows
   */
  MqttConnector(
      MqttSettings settings,
      Optional<MqttSettings> before,
      Supplier<Credentials> credentials,
      Delivery delivery) {
    SettingsCheck.fault(settings)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault.line());
            });
    worker = new ScheduledThreadPoolExecutor(1, MqttConnector::daemon);
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    List<String> outdated = settings.intake().outdated(before.orElse(settings).intake());
    sessions =
        settings.session().clientIds().stream()
            .map(id -> new KeptSession(id, settings, outdated, credentials, delivery, worker))
            .toList();
    sessions.forEach(session -> worker.execute(session::connect));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "zhili-mqtt");
    thread.setDaemon(true);
    return thread;
  }

  /** Whether every connection is there and subscribed, as far as is known. */
  public boolean isConnected() {
    return sessions.stream().allMatch(KeptSession::isConnected);
  }

  /**
   * Disconnect; the broker keeps the session. Returns within about 5 s, whether or not the broker
   * answers.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    sessions.forEach(KeptSession::end);
    Future<?> closing = worker.submit(() -> sessions.forEach(KeptSession::close));
    worker.shutdown();
    try {
      closing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("a broker that does not answer is left without goodbye", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // wakes a connect that still waits for an answer
    worker.shutdownNow();
    sessions.forEach(KeptSession::close);
  }
}
