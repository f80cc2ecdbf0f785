package org.zhili.benchmarks;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;

/** A driver that throws, blocks or spins at every message, until it is closed. */
record EvilDriver(Evil evil, CountDownLatch end) implements DeviceDriver, AutoCloseable {
  static final String ID = "evil";

  /** What it does. */
  enum Evil {
    THROWS,
    BLOCKS,
    SPINS
  }

  EvilDriver(Evil evil) {
    this(evil, new CountDownLatch(1));
  }

  @Override
  public DriverInfo info() {
    return new DriverInfo(ID, ID, Set.of("zhili/v1/+/+/up"), Set.of());
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    while (evil != Evil.THROWS && end.getCount() > 0) {
      if (evil == Evil.SPINS) {
        Thread.onSpinWait();
      } else {
        block();
      }
    }
    throw new IllegalStateException("evil");
  }

  /** It cares for no interrupt. */
  private void block() {
    try {
      end.await();
    } catch (InterruptedException e) {
      // and goes on
    }
  }

  @Override
  public void close() {
    end.countDown();
  }
}
