package org.zhili.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.zhili.core.clock.BusinessClock;

/**
 * How long it takes from an alarm being sent to its case being dispatched, at a steady rate.
 *
 * <p>Two figures, both by the clock of this machine, on which the town runs too. <i>Seen</i>: until
 * a client that asks over REST every few milliseconds finds the case among the dispatched; this
 * includes the asking. <i>Written</i>: until the time in the case's trace, which is taken just
 * before the commit.
 *
 * <p>{@code AlarmLatency --rate 1000 --seconds 60 --warm-seconds 30 --alarm-every 101}, and what
 * {@link Throughput} takes. Every bin must alarm at most once, in a town that knows no cases yet.
 */
final class AlarmLatency {
  private static final long PAUSE_MILLIS = 5;
  private static final int LIMIT = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private record Sent(long nanos, Instant at) {}

  private final BusinessClock clock = BusinessClock.system();
  private final TownClient town;
  private final Map<String, Sent> sent = new ConcurrentHashMap<>();
  private final Map<String, Long> seen = new HashMap<>();
  private final Map<String, String> cases = new HashMap<>();
  private volatile boolean over;
  private int polls;

  private AlarmLatency(TownClient town) {
    this.town = town;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = Options.of(args);
    TownClient town = new TownClient(options);
    AlarmLatency latency = new AlarmLatency(town);
    try (Load load = new Load(options, town, latency::alarm)) {
      int rate = options.number("rate", 1_000);
      latency.follow(load, rate, options.number("warm-seconds", 30));
      latency.forget();
      latency.report(latency.follow(load, rate, options.number("seconds", 60)));
    }
  }

  private void alarm(String bin) {
    sent.put(bin, new Sent(System.nanoTime(), clock.instant()));
  }

  private void awaitDispatched() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (seen.size() < sent.size() && System.nanoTime() < deadline) {
      look();
    }
  }

  private void forget() {
    sent.clear();
    seen.clear();
    over = false;
  }

  /** Publish and look all the while; answers how many milliseconds lay between two looks. */
  private double follow(Load load, int rate, int seconds) throws IOException, InterruptedException {
    Thread publishing =
        new Thread(
            () -> {
              try {
                load.publish((long) rate * seconds, rate);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("publishing ended early", e);
              } finally {
                over = true;
              }
            });
    polls = 0;
    long start = System.nanoTime();
    publishing.start();
    while (!over) {
      look();
    }
    double pollMillis = (System.nanoTime() - start) / 1e6 / Math.max(1, polls);
    awaitDispatched();
    return pollMillis;
  }

  /** Look for cases that are newly dispatched; between two looks there are fewer than a page. */
  private void look() throws IOException, InterruptedException {
    List<TownClient.Dispatched> page = town.dispatched(LIMIT);
    long now = System.nanoTime();
    polls++;
    for (TownClient.Dispatched one : page) {
      if (sent.containsKey(one.address()) && seen.putIfAbsent(one.address(), now) == null) {
        cases.put(one.address(), one.id());
      }
    }
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
  }

  private void report(double pollMillis) throws IOException, InterruptedException {
    List<Double> seenMillis = new ArrayList<>();
    List<Double> writtenMillis = new ArrayList<>();
    for (Map.Entry<String, Long> entry : seen.entrySet()) {
      Sent alarm = sent.get(entry.getKey());
      String id = cases.get(entry.getKey());
      if (alarm != null && id != null) {
        seenMillis.add((entry.getValue() - alarm.nanos()) / 1e6);
        writtenMillis.add(Duration.between(alarm.at(), town.dispatchedAt(id)).toNanos() / 1e6);
      }
    }
    Figures.print(
        "alarm to dispatched",
        "\"alarms\":%d,\"dispatched\":%d,%s,%s,\"pollMillis\":%.1f",
        sent.size(),
        seen.size(),
        percentiles("seen", seenMillis),
        percentiles("written", writtenMillis),
        pollMillis);
  }

  private static String percentiles(String name, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "\"%sMillis\":{\"p50\":%.1f,\"p95\":%.1f,\"p99\":%.1f,\"max\":%.1f}",
        name,
        at(sorted, 50),
        at(sorted, 95),
        at(sorted, 99),
        at(sorted, 100));
  }

  /** The nearest rank. */
  private static double at(List<Double> sorted, int percent) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }
}
