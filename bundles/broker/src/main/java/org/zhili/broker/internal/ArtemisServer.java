package org.zhili.broker.internal;

import io.netty.channel.Channel;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.broker.internal.door.Audience;
import org.zhili.broker.internal.door.Door;
import org.zhili.broker.internal.door.Gatekeeper;
import org.zhili.broker.internal.door.RefusalLog;
import org.zhili.broker.internal.door.Sessions;
import org.zhili.device.DeviceAccounts;

/** Artemis, with our door on every connection. */
final class ArtemisServer {
  private static final Logger LOG = LoggerFactory.getLogger(ArtemisServer.class);
  private static final long ACTIVATION_SECONDS = 30;

  private final OrderedArtemis server;
  private final Sessions sessions;
  private volatile boolean started;
  private volatile Audience audience = topic -> false;
  private volatile Optional<Exception> failure = Optional.empty();

  /**
   * @param judges where credentials are checked; may reject
   */
  ArtemisServer(
      BrokerSettings settings, Supplier<Optional<DeviceAccounts>> accounts, Executor judges)
      throws Exception {
    RefusalLog refusals = new RefusalLog();
    server =
        new OrderedArtemis(
            ArtemisSettings.of(settings),
            new ArtemisSecurity(topic -> audience.listensTo(topic), refusals));
    audience = settings.refuseUnheard() ? new Subscribers(server) : topic -> true;
    Gatekeeper gatekeeper = new Gatekeeper(accounts, audience);
    sessions = new Sessions(gatekeeper);
    server.addProtocolManagerFactory(
        new GuardedProtocolFactory(
            settings.maxPacketBytes(), () -> new Door(gatekeeper, sessions, refusals, judges)));
    server.registerIOCriticalErrorListener(
        (cause, message, file) -> {
          if (started) {
            LOG.error(Fault.of(Fault.Code.STORAGE_FAILED, settings.directory(), message).line());
          }
        });
    server.registerActivationFailureListener(e -> failure = Optional.of(e));
  }

  Sessions sessions() {
    return sessions;
  }

  /** Open the journal. Fails with Artemis' own exception. */
  void start() throws Exception {
    withOwnLoader(
        () -> {
          server.start();
          Optional<Exception> failed = failure;
          if (failed.isPresent()) {
            throw failed.get();
          }
          if (!server.waitForActivation(ACTIVATION_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no activation in " + ACTIVATION_SECONDS + " s");
          }
          started = true;
          return server;
        });
  }

  /** Take over a connection that was accepted elsewhere. */
  void accept(Channel channel) {
    NettyAcceptor acceptor =
        (NettyAcceptor) server.getRemotingService().getAcceptor(ArtemisSettings.ACCEPTOR);
    acceptor.transfer(channel);
  }

  void stop() throws Exception {
    withOwnLoader(
        () -> {
          server.stop();
          return server;
        });
  }

  /** Artemis looks for classes and resources through the thread's class loader. */
  private static void withOwnLoader(Callable<?> action) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ArtemisServer.class.getClassLoader());
    try {
      action.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
