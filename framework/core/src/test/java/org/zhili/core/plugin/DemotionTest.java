package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has idle scheduling")
class DemotionTest {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final String IDLE = "5";

  private final Waits waits = new Waits();
  private final CountDownLatch end = waits.latch();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final PluginGate gate =
      new PluginGate(
          GateFixture.patient()
              .with(DeviceDriver.class, Duration.ofMillis(400))
              .with(Oracle.class, Duration.ofMillis(400)));

  @BeforeEach
  void needs_chrt() {
    assumeTrue(canDemote(), "chrt is not installed");
  }

  @AfterEach
  void close() {
    waits.close();
    gate.close();
  }

  @Test
  void a_driver_that_spins_gets_what_time_of_a_processor_others_leave() {
    Guarded<DeviceDriver> driver = driver(Evil.SPINS);
    Answer<Decoded> answer = ask(driver);
    assertThat(answer).isEqualTo(new Answer.Overran<>(Duration.ofMillis(400), true));
    assertThat(workers).extracting(Worker::isDemoted).containsExactly(true);
    Waits.until(() -> policy(asked.get()).equals(IDLE));
  }

  @Test
  void its_thread_ends_with_the_call_instead_of_doing_other_work() {
    ask(driver(Evil.SPINS));
    end.countDown();
    Waits.until(() -> Files.notExists(TASKS.resolve(asked.toString())));
  }

  @Test
  void one_that_blocks_costs_nobody_a_processor_and_keeps_its_priority() {
    Answer<Decoded> answer = ask(driver(Evil.BLOCKS_FOR_EVER));
    assertThat(answer).isEqualTo(new Answer.Overran<>(Duration.ofMillis(400), false));
    assertThat(workers).extracting(Worker::isDemoted).containsExactly(false);
  }

  @Test
  void what_might_hold_something_others_wait_for_keeps_its_priority() {
    Guarded<Oracle> oracle = GateFixture.admit(gate, "spinning", word -> act(Evil.SPINS, word));
    assertThat(oracle.ask(o -> o.say("x")))
        .isEqualTo(new Answer.Overran<>(Duration.ofMillis(400), true));
    assertThat(workers).extracting(Worker::isDemoted).containsExactly(false);
  }

  private static boolean canDemote() {
    try {
      Process process = new ProcessBuilder("chrt", "-i", "0", "true").start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private Guarded<DeviceDriver> driver(Evil evil) {
    DeviceDriver driver = new FakeDriver("evil", () -> act(evil, ""));
    gate.admit(DeviceDriver.class, driver, GateFixture.identity("evil"));
    return gate.named(DeviceDriver.class, "evil").orElseThrow();
  }

  private <T> T act(Evil evil, T answer) {
    asked.set(Demotion.ownNumber());
    workers.add((Worker) Thread.currentThread());
    return evil.act(end, answer);
  }

  private static Answer<Decoded> ask(Guarded<DeviceDriver> driver) {
    return driver.ask(one -> one.decode(FakeDriver.message()));
  }

  /** How a thread of this process is scheduled: the 41st field, the 39th after its name. */
  private static String policy(int thread) {
    try {
      String stat = Files.readString(TASKS.resolve(thread + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[38];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
