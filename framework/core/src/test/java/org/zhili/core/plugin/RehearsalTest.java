package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.core.plugin.GateFixture.LONG;
import static org.zhili.core.plugin.GateFixture.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.GateLimits.Breaking;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;

class RehearsalTest {
  /** Long enough for what spins to be seen on a busy machine. */
  private static final Duration LIMIT = Duration.ofMillis(400);

  private final Waits waits = new Waits();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final PluginGate gate =
      new PluginGate(
          GateFixture.patient()
              .with(new Breaking(5, 2, LONG, LONG, LONG))
              .with(DeviceDriver.class, LIMIT));

  @AfterEach
  void close() {
    waits.close();
    gate.close();
  }

  @Test
  void a_driver_first_answers_in_vain_what_the_version_before_was_asked_last() {
    admit("1.0.0", () -> {});
    ask(20);
    gate.onChange(() -> heard.add("came in"));
    admit("2.0.0", () -> heard.add("asked"));
    assertThat(heard).hasSize(9).endsWith("came in");
    assertThat(driver().identity().version()).isEqualTo("2.0.0");
    assertThat(inUse().counts().given()).isZero();
    assertThat(inUse().busy()).isZero();
    assertThat(inUse().bulkhead().latency())
        .isEqualTo(new Bulkhead.Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void one_that_hangs_meanwhile_comes_in_all_the_same() {
    CountDownLatch never = waits.latch();
    admit("1.0.0", () -> {});
    ask(20);
    admit("2.0.0", () -> Waits.block(never));
    assertThat(driver().identity().version()).isEqualTo("2.0.0");
    assertThat(driver().isAsked()).as("its breaker knows nothing of it").isTrue();
  }

  @Test
  void one_that_breaks_meanwhile_comes_in_all_the_same() {
    admit("1.0.0", () -> {});
    ask(20);
    admit(
        "2.0.0",
        () -> {
          heard.add("asked");
          throw new IllegalStateException("evil");
        });
    assertThat(heard).isNotEmpty();
    assertThat(driver().identity().version()).isEqualTo("2.0.0");
    assertThat(driver().isAsked()).isTrue();
  }

  @Test
  void one_that_spins_meanwhile_has_had_the_processor_it_is_given() {
    CountDownLatch end = waits.latch();
    admit("1.0.0", () -> {});
    ask(10);
    admit("2.0.0", () -> Evil.SPINS.act(end, ""));
    assertThat(ask(10)).containsOnly(new Answer.NotAsked<>(Answer.Why.HANGING));
    PluginStatus status = inUse();
    assertThat(status.hanging()).isEqualTo(1);
    assertThat(status.bulkhead().circuits()).extracting(Circuit::part).containsExactly("");
  }

  @Test
  void one_that_runs_out_of_memory_meanwhile_comes_in_all_the_same() {
    admit("1.0.0", () -> {});
    ask(20);
    Membership comer =
        admit(
            "2.0.0",
            () -> {
              throw new OutOfMemoryError("as if");
            });
    assertThat(driver().identity().version()).isEqualTo("2.0.0");
    assertThat(inUse().inFlight()).isZero();
    assertThatThrownBy(() -> ask(1)).isInstanceOf(OutOfMemoryError.class).hasMessage("as if");
    comer.close();
    assertThat(driver().identity().version()).isEqualTo("1.0.0");
  }

  @Test
  void what_made_the_version_before_fail_is_not_asked_again() {
    admit(
        "1.0.0",
        () -> {
          throw new IllegalStateException("evil");
        });
    ask(20);
    assertThat(driver().isAsked()).isFalse();
    admit("2.0.0", () -> heard.add("asked"));
    assertThat(heard).isEmpty();
  }

  @Test
  void the_first_and_others_of_its_kind_are_asked_nothing() {
    admit("1.0.0", () -> heard.add("asked"));
    assertThat(heard).isEmpty();
    ask(1);
    heard.clear();
    DeviceDriver other = new FakeDriver("other", () -> heard.add("asked"));
    gate.admit(DeviceDriver.class, other, GateFixture.identity("other"));
    assertThat(heard).isEmpty();
  }

  @Test
  void what_may_have_effects_is_not_rehearsed() {
    Guarded<Oracle> oracle = GateFixture.admit(gate, "oracle", Oracle.good());
    oracle.askEach(List.of("a", "b"), Oracle::say);
    gate.admit(Oracle.class, this::hear, new PluginIdentity("oracle", "2.0.0", 0));
    assertThat(status(gate, "oracle").counts().given()).isEqualTo(2);
    assertThat(heard).isEmpty();
  }

  private String hear(String word) {
    heard.add(word);
    return word;
  }

  private Membership admit(String version, Runnable decoding) {
    DeviceDriver driver = new FakeDriver("driver", decoding);
    return gate.admit(DeviceDriver.class, driver, new PluginIdentity("driver", version, 0));
  }

  private Guarded<DeviceDriver> driver() {
    return gate.named(DeviceDriver.class, "driver").orElseThrow();
  }

  private PluginStatus inUse() {
    return gate.status().stream()
        .filter(status -> status.plugin().equals(driver().identity()))
        .findFirst()
        .orElseThrow();
  }

  private List<Answer<Decoded>> ask(int questions) {
    return driver()
        .askEach(
            IntStream.range(0, questions).boxed().toList(),
            (driver, i) -> driver.decode(FakeDriver.message()));
  }
}
