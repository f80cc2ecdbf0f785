package org.zhili.benchmarks;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;

/** What it costs to open what a network wraps around a message. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class EnvelopeBenchmark {
  private static final Instant AT = Instant.parse("2026-03-02T01:00:02Z");

  @Param public Wrapping wrapping = Wrapping.CHIRPSTACK;

  private PayloadEnvelope envelope = wrapping.envelope();
  private WrappedMessage message = wrapping.message(AT);

  @Setup(Level.Trial)
  public void prepare() {
    envelope = wrapping.envelope();
    message = wrapping.message(AT);
    if (!(envelope.open(message) instanceof Opened.Contents)) {
      throw new IllegalStateException(wrapping + " is not opened");
    }
  }

  @Benchmark
  public Opened open() {
    return envelope.open(message);
  }
}
