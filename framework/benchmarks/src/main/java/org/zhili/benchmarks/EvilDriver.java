package org.zhili.benchmarks;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** A driver that does its evil at every message, until it is closed. */
record EvilDriver(Evil evil, CountDownLatch end) implements DeviceDriver, AutoCloseable {
  static final String ID = "evil";

  private static final int FLOOD = 200_000;
  private static final Reading READING =
      new Reading(
          new DeviceId(BenchCity.bin(0)),
          "evil",
          new Value.Measure(0),
          Instant.EPOCH,
          TimeSource.RECEIVED);

  /** What it does. */
  enum Evil {
    THROWS,
    OVERFLOWS_THE_STACK,
    MISSES_A_CLASS,
    FLOODS,
    BLOCKS,
    SPINS
  }

  EvilDriver(Evil evil) {
    this(evil, new CountDownLatch(1));
  }

  @Override
  public DriverInfo info() {
    return new DriverInfo(
        ID, ID, Set.of("zhili/v1/+/+/up"), Set.of(new Metric(READING.metric(), "1")));
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    switch (evil) {
      case THROWS -> throw new IllegalStateException("evil");
      case OVERFLOWS_THE_STACK -> overflow(0);
      case MISSES_A_CLASS -> throw new NoClassDefFoundError("evil");
      case FLOODS -> {
        return new Decoded.Readings(Collections.nCopies(FLOOD, READING));
      }
      case BLOCKS -> block();
      case SPINS -> spin();
    }
    return new Decoded.NotMine();
  }

  @SuppressWarnings("InfiniteRecursion") // what it is for
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  /** It cares for no interrupt. */
  private void block() {
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        // and goes on
      }
    }
  }

  private void spin() {
    while (end.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    end.countDown();
  }
}
