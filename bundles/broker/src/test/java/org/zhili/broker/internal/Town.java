package org.zhili.broker.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.zhili.device.DeviceAccounts;

/** A broker on a free port, with accounts that can go and come. */
final class Town implements AutoCloseable {
  static final int MAX_PACKET_BYTES = 16_384;

  final FakeAccounts accounts = new FakeAccounts();
  final AtomicReference<Optional<DeviceAccounts>> present =
      new AtomicReference<>(Optional.of(accounts));

  private final Path directory;
  private final boolean refuseUnheard;
  private Optional<MqttBroker> broker = Optional.empty();

  Town(Path directory, boolean refuseUnheard) {
    this.directory = directory;
    this.refuseUnheard = refuseUnheard;
  }

  static BrokerSettings settings(Path directory, int port, boolean refuseUnheard) {
    return new BrokerSettings(
        "127.0.0.1", port, directory, MAX_PACKET_BYTES, 100, 32, 99, 86_400, 1_000, refuseUnheard);
  }

  Town start() {
    MqttBroker.Start start =
        MqttBroker.start(
            settings(directory, 0, refuseUnheard), present::get, Duration.ofMillis(200));
    if (start instanceof MqttBroker.Start.Failed failed) {
      throw new AssertionError(failed.fault().line());
    }
    broker = Optional.of(((MqttBroker.Start.Running) start).broker());
    return this;
  }

  int port() {
    return broker.orElseThrow().address().getPort();
  }

  Client client(String username) {
    return client(username, username);
  }

  Client client(String username, String clientId) {
    return new Client(port(), username, FakeAccounts.password(username), clientId);
  }

  void stop() {
    broker.ifPresent(MqttBroker::stop);
    broker = Optional.empty();
  }

  @Override
  public void close() {
    stop();
  }
}
