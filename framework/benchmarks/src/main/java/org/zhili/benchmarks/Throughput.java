package org.zhili.benchmarks;

import java.io.IOException;
import java.time.Duration;

/**
 * How many messages a second a running town stores when it gets as many as it takes.
 *
 * <p>{@code Throughput --town http://… --home <folder> --broker host:port --messages 100000 --warm
 * 200000}, and what {@link Load} takes.
 */
final class Throughput {
  private static final int POLL_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Throughput() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = Options.of(args);
    TownClient town = new TownClient(options);
    try (Load load = new Load(options, town, bin -> {})) {
      seconds(town, load, options.number("warm", 200_000));
      int messages = options.number("messages", 100_000);
      double seconds = seconds(town, load, messages);
      Figures.print(
          "throughput",
          "\"messages\":%d,\"seconds\":%.2f,\"storedPerSecond\":%.0f",
          messages,
          seconds,
          messages / seconds);
    }
  }

  /** From the first message sent to the last one stored, as the town counts them. */
  private static double seconds(TownClient town, Load load, int messages)
      throws IOException, InterruptedException {
    long before = town.stored();
    long start = System.nanoTime();
    load.publish(messages, 0);
    awaitStored(town, before + messages);
    return (System.nanoTime() - start) / 1e9;
  }

  private static void awaitStored(TownClient town, long wanted)
      throws IOException, InterruptedException {
    long stored = town.stored();
    long progress = System.nanoTime();
    while (stored < wanted) {
      if (System.nanoTime() - progress > PATIENCE.toNanos()) {
        throw new IOException(
            "%d messages are still not stored, and none was in the last %d s; see the town's log"
                .formatted(wanted - stored, PATIENCE.toSeconds()));
      }
      Thread.sleep(POLL_MILLIS);
      long now = town.stored();
      if (now > stored) {
        stored = now;
        progress = System.nanoTime();
      }
    }
  }
}
