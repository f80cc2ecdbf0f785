package org.zhili.listener;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.zhili.frame.Stations;

/** A listener under test. Its limits are measured by a time that moves when the test says so. */
final class Listening implements AutoCloseable {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Patient with everything for a minute. */
  static final Limits LIMITS = new Limits(10, 5, 4, 100, 200, MINUTE, MINUTE, MINUTE, MINUTE);

  /** Longer than any limit. */
  static final Duration TOO_LONG = MINUTE.plusSeconds(1);

  private final AtomicLong nanos = new AtomicLong();
  private final TcpListener listener;

  Listening(String protocol, Limits limits, Stations stations, TestInlet inlet) {
    this(protocol, limits, "127.0.0.1", stations, inlet);
  }

  Listening(String protocol, Limits limits, String network, Stations stations, TestInlet inlet) {
    Networks networks = new Networks(List.of(Networks.network(network).orElseThrow()));
    listener =
        new TcpListener(
            new ListenerSettings(protocol, "127.0.0.1", 0, networks, limits),
            new Town(stations, inlet, InstantSource.fixed(Samples.AT)),
            nanos::get);
  }

  /** Hears HJ 212. */
  static Listening hj212(TestInlet inlet) {
    return new Listening("hj212", LIMITS, TestStations.ofBoth(), inlet);
  }

  /** Hears SL 651. */
  static Listening sl651(TestInlet inlet) {
    return new Listening("sl651", LIMITS, TestStations.ofBoth(), inlet);
  }

  StationClient station() {
    return new StationClient(listener);
  }

  ListenerStatus status() {
    return listener.status();
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Let a second pass unless so many messages were taken; says whether they were. */
  boolean passes(TestInlet inlet, int messages) {
    if (inlet.taken().size() >= messages) {
      return true;
    }
    pass(Duration.ofSeconds(1));
    return false;
  }

  void stop() {
    listener.close();
  }

  @Override
  public void close() {
    listener.close();
  }
}
