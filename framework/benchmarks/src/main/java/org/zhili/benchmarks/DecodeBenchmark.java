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
import org.openjdk.jmh.infra.Blackhole;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;

/** What it costs to decode a message: by the driver alone, and asked through the gate. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class DecodeBenchmark {
  private static final int BATCH = 500;

  @Param public Format format = Format.CITY_JSON;

  private DeviceDriver driver = format.driver();
  private List<DeviceMessage> messages = List.of();
  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);

  @Setup(Level.Trial)
  public void prepare() {
    driver = format.driver();
    gate.admit(DeviceDriver.class, driver, new PluginIdentity("driver", "1", 0));
    Instant at = Instant.parse("2026-03-02T01:00:00Z");
    List<DeviceMessage> batch = new ArrayList<>(BATCH);
    for (int bin = 0; bin < BATCH; bin++) {
      batch.add(format.message(bin, at));
    }
    messages = List.copyOf(batch);
  }

  @TearDown(Level.Trial)
  public void close() {
    gate.close();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void byDriver(Blackhole hole) {
    for (DeviceMessage message : messages) {
      hole.consume(driver.decode(message));
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public List<Answer<Decoded>> throughGate() {
    Guarded<DeviceDriver> guarded = gate.of(DeviceDriver.class).get(0);
    return guarded.askEach(messages, DeviceDriver::decode);
  }
}
