package org.zhili.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * A device on a connection of its own. Tells what it sees in bursts, in order, each message again
 * until there is a receipt for it, and one now and then once more for no reason.
 */
final class Sensor implements Runnable {
  private static final int FIRST_REFUSAL = 0x80;
  private static final int LONGEST_BURST = 8;
  private static final int LONGEST_PAUSE_MILLISECONDS = 300;
  private static final long RECONNECT_MILLISECONDS = 250;
  private static final long PATIENCE_MILLISECONDS = 10_000;

  private final Account account;
  private final Function<Instant, Uplink> eye;
  private final Ledger ledger;
  private final BusinessTime time;
  private final Random random;
  private Optional<MqttAsyncClient> connection = Optional.empty();
  private Instant last = Instant.EPOCH;
  private volatile boolean ending;

  /** What a device logs in with, and where. */
  record Account(int port, String name, String password, String topic) {
    static Account of(int port, JsonNode credential) {
      return new Account(
          port,
          credential.path("username").asText(),
          credential.path("password").asText(),
          credential.path("topic").asText());
    }
  }

  /**
   * Make one that sleeps until it is run.
   *
   * @param eye what it sees at a time
   */
  Sensor(
      Account account,
      Function<Instant, Uplink> eye,
      Ledger ledger,
      BusinessTime time,
      Random random) {
    this.account = account;
    this.eye = eye;
    this.ledger = ledger;
    this.time = time;
    this.random = random;
  }

  /** End once there is a receipt for everything that was said. */
  void end() {
    ending = true;
  }

  @Override
  public void run() {
    List<Uplink> burst = new ArrayList<>();
    while (!ending) {
      List<Uplink> before = List.copyOf(burst);
      burst.clear();
      if (!before.isEmpty() && random.nextInt(10) == 0) {
        burst.add(before.get(random.nextInt(before.size())));
      }
      for (int i = random.nextInt(LONGEST_BURST); i >= 0; i--) {
        burst.add(look());
      }
      deliver(burst);
      pause(random.nextInt(LONGEST_PAUSE_MILLISECONDS));
    }
    disconnect();
  }

  /** See what there is now; no two things at the same time. */
  Uplink look() {
    Instant now = time.ofDevice().truncatedTo(ChronoUnit.MILLIS);
    last = now.isAfter(last) ? now : last.plus(Duration.ofMillis(1));
    return eye.apply(last);
  }

  /** Say it until there is a receipt for all of it. */
  void deliver(List<Uplink> burst) {
    List<Uplink> open = send(burst);
    while (!open.isEmpty()) {
      disconnect();
      pause(RECONNECT_MILLISECONDS);
      open = send(open);
    }
  }

  /** Publish all; those that got no receipt. */
  private List<Uplink> send(List<Uplink> burst) {
    List<IMqttToken> sent = new ArrayList<>();
    try {
      MqttAsyncClient client = connected();
      for (Uplink uplink : burst) {
        sent.add(client.publish(account.topic(), uplink.payload(), 1, false));
        ledger.sent();
      }
    } catch (MqttException e) {
      // those that are on their way may still get a receipt
    }
    List<Uplink> open = new ArrayList<>();
    for (int i = 0; i < burst.size(); i++) {
      if (i < sent.size() && hasReceipt(sent.get(i), open.isEmpty())) {
        ledger.acknowledged(burst.get(i));
      } else {
        open.add(burst.get(i));
      }
    }
    return open;
  }

  private static boolean hasReceipt(IMqttToken token, boolean wait) {
    try {
      if (wait) {
        token.waitForCompletion(PATIENCE_MILLISECONDS);
      }
      int[] codes = token.getReasonCodes();
      return token.isComplete()
          && token.getException() == null
          && codes != null
          && codes.length > 0
          && codes[0] < FIRST_REFUSAL;
    } catch (MqttException e) {
      return false;
    }
  }

  private MqttAsyncClient connected() throws MqttException {
    if (connection.filter(MqttAsyncClient::isConnected).isPresent()) {
      return connection.get();
    }
    disconnect();
    MqttAsyncClient client =
        new MqttAsyncClient("tcp://127.0.0.1:" + account.port(), account.name(), null);
    connection = Optional.of(client);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(account.name());
    options.setPassword(account.password().getBytes(StandardCharsets.UTF_8));
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    client.connect(options).waitForCompletion(PATIENCE_MILLISECONDS);
    return client;
  }

  private void disconnect() {
    if (connection.isPresent()) {
      try {
        connection.get().disconnectForcibly(0, 100, true);
      } catch (MqttException e) {
        // it was not connected
      }
      try {
        connection.get().close(true);
      } catch (MqttException e) {
        // it was closed
      }
      connection = Optional.empty();
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
