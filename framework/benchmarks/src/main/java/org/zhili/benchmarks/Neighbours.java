package org.zhili.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.zhili.benchmarks.EvilDriver.Evil;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.device.DeviceDriver;
import org.zhili.driver.city.json.CityJsonDriver;

/**
 * From a message being offered to its receipt, at a steady pace: alone, beside a driver that does
 * evil at a tenth of all messages, beside another process that is busy, and while the good driver
 * is swapped.
 */
final class Neighbours {
  private static final int BINS = 1_000;
  private static final int EVIL_EVERY = 10;

  private final InnerTown town = new InnerTown("", "sa", BINS);
  private final int perSecond;
  private final int seconds;

  private Neighbours(Options options) {
    perSecond = options.number("rate", 500);
    seconds = options.number("seconds", 15);
  }

  public static void main(String[] args) throws InterruptedException, IOException {
    Neighbours neighbours = new Neighbours(Options.of(args));
    neighbours.town.assign(BINS, EVIL_EVERY, EvilDriver.ID);
    neighbours.run("warming up");
    for (int round = 0; round < 2; round++) {
      for (Evil evil : Evil.values()) {
        neighbours.run("alone"); // each time, as a machine's speed drifts
        neighbours.beside(evil);
      }
      neighbours.run("alone");
      neighbours.besideBusyProcess();
      neighbours.whileSwapped();
    }
    neighbours.town.close();
  }

  /** What is measured begins while the breaker is still closed. */
  private void beside(Evil evil) throws InterruptedException {
    try (EvilDriver driver = new EvilDriver(evil);
        Membership stay =
            town.gate()
                .admit(DeviceDriver.class, driver, new PluginIdentity(EvilDriver.ID, "1", 0))) {
      run("beside one that " + evil + ", from its first message on");
      run("beside one that " + evil + ", once it is left alone");
      Figures.print(stay.identity().toString(), "\"left alone\":%b", !town.isAsked(EvilDriver.ID));
    }
  }

  /** What it costs anyway to share the processors with one that wants a whole one. */
  private void besideBusyProcess() throws InterruptedException, IOException {
    try (BusyProcess busy = new BusyProcess()) {
      run("beside another process that is busy");
      Figures.print("the other process", "\"busy to the end\":%b", busy.isBusy());
    }
  }

  /** The old one leaves before the new one comes, as when a bundle is updated. */
  private void whileSwapped() throws InterruptedException {
    List<Long> gaps = new ArrayList<>();
    Thread swapping =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                long begun = System.nanoTime();
                town.swapDriver(new CityJsonDriver());
                gaps.add(System.nanoTime() - begun);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds) / 110);
              }
            });
    swapping.start();
    run("while its driver is swapped 100 times");
    swapping.join();
    long[] sorted = gaps.stream().mapToLong(Long::longValue).sorted().toArray();
    Figures.print(
        "a swap, nobody being there",
        "\"p50ms\":%.3f,\"p99ms\":%.3f,\"longest\":%.3f",
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private void run(String circumstances) throws InterruptedException {
    int messages = perSecond * seconds;
    AtomicLongArray took = new AtomicLongArray(messages);
    CountDownLatch receipts = new CountDownLatch(messages);
    long begun = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      int number = i;
      long due = begun + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Instant at = town.clock().instant();
      // from when it was due, so that waiting to be offered counts
      town.offer(
          Samples.incoming(i % BINS, Samples.json(i % BINS, "normal", at), at),
          () -> {
            took.set(number, System.nanoTime() - due);
            receipts.countDown();
          });
    }
    if (!receipts.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException(receipts.getCount() + " messages got no receipt");
    }
    print(circumstances, took);
  }

  /** Of the neighbours' messages only. */
  private static void print(String circumstances, AtomicLongArray took) {
    long[] sorted = new long[took.length()];
    int n = 0;
    for (int i = 0; i < took.length(); i++) {
      if (i % EVIL_EVERY != 0) {
        sorted[n++] = took.get(i);
      }
    }
    long[] neighbours = Arrays.copyOf(sorted, n);
    Arrays.sort(neighbours);
    Figures.print(
        circumstances,
        "\"messages\":%d,\"p50ms\":%.1f,\"p95ms\":%.1f,\"p99ms\":%.1f,\"longest\":%.1f",
        n,
        at(neighbours, 0.5),
        at(neighbours, 0.95),
        at(neighbours, 0.99),
        at(neighbours, 1));
  }

  private static double at(long[] sorted, double share) {
    int index = (int) Math.ceil(sorted.length * share) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
