package org.zhili.broker.internal;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.device.DeviceAccounts;

/**
 * A running broker. Started once, stopped once.
 *
 * <p>A fault at the start is an answer, told in a sentence; nothing is left behind then.
 */
final class MqttBroker {
  private static final Logger LOG = LoggerFactory.getLogger(MqttBroker.class);
  private static final Duration ROUND = Duration.ofSeconds(30);
  private static final int KNOCKING = 4_096;

  private final DirectoryLock lock;
  private final MqttListener listener;
  private final ArtemisServer server;
  private final ExecutorService judges;
  private final ScheduledExecutorService clock;
  private final Future<?> rounds;

  private MqttBroker(
      DirectoryLock lock,
      MqttListener listener,
      ArtemisServer server,
      ExecutorService judges,
      Duration round) {
    this.lock = lock;
    this.listener = listener;
    this.server = server;
    this.judges = judges;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("zhili-broker", true));
    this.rounds =
        clock.scheduleWithFixedDelay(
            server.sessions()::check, round.toMillis(), round.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A broker, or why there is none. */
  sealed interface Start {
    record Running(MqttBroker broker) implements Start {}

    record Failed(Fault fault) implements Start {}
  }

  /**
   * Start, which takes about a second, and longer after a crash with a large journal.
   *
   * @param accounts the accounts of the moment; while they are away nobody new is let in
   */
  static Start start(BrokerSettings settings, Supplier<Optional<DeviceAccounts>> accounts) {
    return start(settings, accounts, ROUND);
  }

  /**
   * @param round how often accounts of connected clients are checked
   */
  static Start start(
      BrokerSettings settings, Supplier<Optional<DeviceAccounts>> accounts, Duration round) {
    DirectoryLock.Attempt attempt = DirectoryLock.take(settings.directory());
    if (attempt instanceof DirectoryLock.Attempt.Held held) {
      return start(settings, accounts, round, held.lock());
    }
    if (attempt instanceof DirectoryLock.Attempt.Unusable unusable) {
      return failed(Fault.Code.DIRECTORY_UNUSABLE, settings.directory(), unusable.reason());
    }
    return failed(Fault.Code.DIRECTORY_IN_USE, settings.directory());
  }

  private static Start start(
      BrokerSettings settings,
      Supplier<Optional<DeviceAccounts>> accounts,
      Duration round,
      DirectoryLock lock) {
    ExecutorService judges = judges();
    Optional<MqttListener> listener = Optional.empty();
    Optional<ArtemisServer> server = Optional.empty();
    try {
      InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
      if (!isHere(address)) {
        release(lock, judges, listener, server);
        return failed(Fault.Code.HOST_UNKNOWN, settings.host());
      }
      ArtemisServer artemis = new ArtemisServer(settings, accounts, judges);
      MqttListener port = MqttListener.bind(address, settings.maxConnections(), artemis::accept);
      listener = Optional.of(port);
      server = Optional.of(artemis);
      artemis.start();
      port.open();
      LOG.info("MQTT broker listens on {}", port.address());
      return new Start.Running(new MqttBroker(lock, port, artemis, judges, round));
    } catch (Exception e) {
      release(lock, judges, listener, server);
      return new Start.Failed(fault(settings, e));
    }
  }

  private static Fault fault(BrokerSettings settings, Exception e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof SocketException && message.contains("ermission")) {
      return Fault.of(Fault.Code.PORT_FORBIDDEN, settings.port());
    }
    if (e instanceof BindException) {
      return Fault.of(Fault.Code.PORT_TAKEN, settings.host(), settings.port());
    }
    return Fault.of(Fault.Code.NOT_STARTED, e.getClass().getSimpleName() + ": " + message);
  }

  private static Start failed(Fault.Code code, Object... arguments) {
    return new Start.Failed(Fault.of(code, arguments));
  }

  private static boolean isHere(InetSocketAddress address) throws SocketException {
    return !address.isUnresolved()
        && (address.getAddress().isAnyLocalAddress()
            || NetworkInterface.getByInetAddress(address.getAddress()) != null);
  }

  /** Checking a password is slow on purpose: as many at a time as there are processors. */
  private static ExecutorService judges() {
    int threads = Runtime.getRuntime().availableProcessors();
    return new ThreadPoolExecutor(
        threads,
        threads,
        1,
        TimeUnit.MINUTES,
        new LinkedBlockingQueue<>(KNOCKING),
        new DefaultThreadFactory("zhili-broker-judge", true));
  }

  InetSocketAddress address() {
    return listener.address();
  }

  /** Stop at once; what was acknowledged is in the journal. */
  void stop() {
    rounds.cancel(false);
    clock.shutdown();
    release(lock, judges, Optional.of(listener), Optional.of(server));
    LOG.info("MQTT broker stopped");
  }

  private static void release(
      DirectoryLock lock,
      ExecutorService judges,
      Optional<MqttListener> listener,
      Optional<ArtemisServer> server) {
    listener.ifPresent(MqttListener::close);
    judges.shutdownNow();
    try {
      if (server.isPresent()) {
        server.get().stop();
      }
    } catch (Exception e) {
      LOG.warn("the broker did not stop cleanly; its journal will be checked at the next start", e);
    }
    listener.ifPresent(MqttListener::end);
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock of the broker's directory could not be released", e);
    }
  }
}
