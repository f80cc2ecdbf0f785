package org.zhili.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.zhili.message.IncomingMessage;

/**
 * What it costs to store a message: batches of 500 from the inlet through drivers, validity rules
 * and alarm rules to the commit and the receipts. One message in a thousand raises an alarm.
 *
 * <p>On an H2 file, or wherever {@code -p url=jdbc:postgresql:…} says; the database should be
 * empty.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class WriterBenchmark {
  private static final int BATCH = 500;
  private static final int BINS = 9_973;
  private static final int ALARM_EVERY = 1_000;

  @Param("")
  public String url = "";

  @Param("postgres")
  public String user = "";

  private List<IncomingMessage> batch = List.of();

  @SuppressWarnings("NullAway.Init") // set by open()
  private InnerTown town;

  private int sent;

  @Setup(Level.Trial)
  public void open() {
    town = new InnerTown(url, user, BINS);
  }

  /** Messages are made outside the measured time. */
  @Setup(Level.Invocation)
  public void messages() {
    Instant at = town.clock().instant();
    List<IncomingMessage> messages = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      String status = ++sent % ALARM_EVERY == 0 ? "full" : "normal";
      int bin = sent % BINS;
      messages.add(Samples.incoming(bin, Samples.json(bin, status, at), at));
    }
    batch = messages;
  }

  @TearDown(Level.Trial)
  public void close() {
    town.close();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void store() throws InterruptedException {
    town.store(batch);
  }
}
