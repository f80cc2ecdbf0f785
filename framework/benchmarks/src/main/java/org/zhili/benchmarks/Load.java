package org.zhili.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.zhili.core.clock.BusinessClock;
import org.zhili.device.DeviceAccounts.Credentials;

/**
 * The bins of a city, speaking in turn over a few connections; every so often one of them is full.
 * A bin always uses the same connection, so its messages stay in order.
 */
final class Load implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final int WINDOW = 500;
  private static final int FLUSH_EVERY = 64;

  private final BusinessClock clock = BusinessClock.system();
  private final List<MqttPublisher> publishers = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final int bins;
  private final int alarmEvery;
  private final AlarmListener listener;
  private long next;

  /** Told of an alarm right before it is sent. */
  @FunctionalInterface
  interface AlarmListener {
    void alarm(String bin);
  }

  /**
   * Connect.
   *
   * @param options {@code --broker host:port}; {@code --anonymous true} for one without accounts;
   *     {@code --bins}, a multiple of four; {@code --alarm-every}, with no divisor in common with
   *     it, so that alarms go around all bins; {@code --first}, the number of the first message
   */
  Load(Options options, TownClient town, AlarmListener listener)
      throws IOException, InterruptedException {
    this.listener = listener;
    next = options.number("first", 0);
    bins = options.number("bins", 10_000);
    alarmEvery = options.number("alarm-every", 1_001);
    if (bins % CONNECTIONS != 0) {
      throw new IllegalArgumentException("expected bins to be a multiple of " + CONNECTIONS);
    }
    boolean anonymous = options.text("anonymous").isPresent();
    String[] broker = options.text("broker", "127.0.0.1:1883").split(":", 2);
    for (int i = 0; i < CONNECTIONS; i++) {
      String name = "bench-" + i; // the town's broker wants the client's id to be its name
      Optional<Credentials> credentials =
          anonymous ? Optional.empty() : Optional.of(town.gateway(name));
      publishers.add(
          new MqttPublisher(broker[0], Integer.parseInt(broker[1]), name, credentials, WINDOW));
    }
  }

  /**
   * Publish, and wait until the broker has acknowledged all of it.
   *
   * @param rate messages per second; 0 for as many as go
   */
  void publish(long messages, int rate) throws IOException, InterruptedException {
    long first = next;
    next += messages;
    long start = System.nanoTime();
    List<Future<?>> parts = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      int connection = i;
      parts.add(
          threads.submit(
              () -> {
                publish(connection, first, first + messages, rate, start);
                return null;
              }));
    }
    for (Future<?> part : parts) {
      try {
        part.get();
      } catch (ExecutionException e) {
        throw new IOException("not everything could be published", e);
      }
    }
  }

  private void publish(int connection, long from, long until, int rate, long start)
      throws IOException, InterruptedException {
    MqttPublisher publisher = publishers.get(connection);
    int unsent = 0;
    for (long i = from; i < until; i++) {
      if (i % CONNECTIONS != connection) {
        continue;
      }
      long early = rate == 0 ? 0 : start + (i - from) * 1_000_000_000L / rate - System.nanoTime();
      if (early > 0) {
        publisher.flush();
        TimeUnit.NANOSECONDS.sleep(early);
      }
      int bin = (int) (i % bins);
      boolean full = i % alarmEvery == alarmEvery - 1;
      if (full) {
        listener.alarm(BenchCity.bin(bin));
      }
      publisher.publish(
          BenchCity.topic(bin),
          Samples.json(bin, full ? "full" : "normal", clock.instant()).toBytes());
      if (full || ++unsent % FLUSH_EVERY == 0) {
        publisher.flush();
      }
    }
    publisher.awaitAcknowledgements();
  }

  @Override
  public void close() throws IOException {
    threads.shutdown();
    for (MqttPublisher publisher : publishers) {
      publisher.close();
    }
  }
}
