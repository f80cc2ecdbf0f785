package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PulseTest {
  private final AtomicBoolean away = new AtomicBoolean();
  private final List<Boolean> told = new ArrayList<>();
  private final Pulse pulse = new Pulse(this::ask, told::add);

  private void ask() {
    if (away.get()) {
      throw new IllegalStateException("away");
    }
  }

  @Test
  void only_a_change_is_told() {
    pulse.beat();
    assertThat(told).isEmpty();
    away.set(true);
    pulse.beat();
    pulse.beat();
    assertThat(told).containsExactly(false);
    away.set(false);
    pulse.beat();
    pulse.beat();
    assertThat(told).containsExactly(false, true);
  }

  @Test
  void nothing_is_told_after_the_end() {
    away.set(true);
    pulse.close();
    pulse.beat();
    assertThat(told).isEmpty();
  }
}
