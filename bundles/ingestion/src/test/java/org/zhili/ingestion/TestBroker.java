package org.zhili.ingestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.zhili.device.DeviceAccounts.Credentials;

/** A real broker with a journal, which can be stopped and started on the same port. */
public final class TestBroker implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  public static final Credentials TOWN = new Credentials("town", "secret");

  private final int port = freePort();
  private final String extra;
  private Path directory;
  private ActiveMQServerImpl server;

  public TestBroker(Path directory) {
    this(directory, "");
  }

  /**
   * @param extra more parameters of the acceptor
   */
  TestBroker(Path directory, String extra) {
    this.directory = directory;
    this.extra = extra;
    server = start();
  }

  int port() {
    return port;
  }

  public String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Settings of a node that listens to all devices. */
  MqttSettings settings(String clientId) {
    return settings(clientId, List.of("zhili/v1/+/+/up"));
  }

  MqttSettings settings(String clientId, List<String> topics) {
    return settings(clientId, 1, topics, Optional.empty());
  }

  /** Settings of a node that shares the work with others. */
  MqttSettings shared(String clientId, int connections) {
    return settings(clientId, connections, List.of("zhili/v1/+/+/up"), Optional.of("zhili"));
  }

  private MqttSettings settings(
      String clientId, int connections, List<String> topics, Optional<String> shareGroup) {
    var session = MqttSettings.Session.DEFAULT;
    return new MqttSettings(
        new MqttSettings.Broker(uri(), Optional.empty()),
        new MqttSettings.Session(clientId, connections, session.keepAlive(), session.expiry()),
        new MqttSettings.Intake(topics, shareGroup, 1_000, 262_144));
  }

  MqttConnector connector(MqttSettings settings, TestInlet inlet) {
    return new MqttConnector(settings, () -> TOWN, inlet, InstantSource.fixed(NOW));
  }

  MqttConnector connector(String clientId, TestInlet inlet) {
    return connector(settings(clientId), inlet);
  }

  /** A device that knocks when the town listens; before, its messages would be for nobody. */
  Publisher deviceOf(MqttConnector connector) throws MqttException {
    Awaiting.until("the connector", connector::isConnected);
    return new Publisher(uri());
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void restart() {
    server = start();
  }

  /** Start without anything that was kept. */
  void restartIn(Path other) {
    directory = other;
    server = start();
  }

  @Override
  public void close() {
    stop();
  }

  private ActiveMQServerImpl start() {
    try {
      var configuration =
          new ConfigurationImpl()
              .setJMXManagementEnabled(false)
              .setPersistenceEnabled(true)
              .setJournalType(JournalType.NIO)
              .setJournalDatasync(false)
              .setJournalDirectory(directory.resolve("journal").toString())
              .setBindingsDirectory(directory.resolve("bindings").toString())
              .setPagingDirectory(directory.resolve("paging").toString())
              .setLargeMessagesDirectory(directory.resolve("large").toString())
              .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG)
              .addAddressSetting(
                  "#",
                  new AddressSettings()
                      .setMaxDeliveryAttempts(-1)
                      .setDeadLetterAddress(SimpleString.of("dead"))
                      .setExpiryAddress(SimpleString.of("expired")))
              .addAcceptorConfiguration(
                  "mqtt",
                  "tcp://127.0.0.1:"
                      + port
                      + "?protocols=MQTT;useEpoll=false;remotingThreads=2;receiveMaximum=1000"
                      + extra);
      var artemis = new ActiveMQServerImpl(configuration, null, new OneUser());
      artemis.start();
      return artemis;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class OneUser implements ActiveMQSecurityManager {
    @Override
    public boolean validateUser(String user, String password) {
      return TOWN.username().equals(user) && TOWN.password().equals(password);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType checkType) {
      return validateUser(user, password);
    }
  }
}
