package org.zhili.core.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.zhili.core.plugin.GateLimits.Breaking;
import org.zhili.core.plugin.PluginStatus.State;

/** A gate with limits for tests. Long ones are never waited for, short ones always. */
final class GateFixture {
  static final Duration LONG = Duration.ofSeconds(60);
  static final Duration SHORT = Duration.ofMillis(100);

  /** A breaker that never opens. */
  static final Breaking NEVER =
      new Breaking(Integer.MAX_VALUE, Integer.MAX_VALUE, LONG, LONG, LONG);

  private GateFixture() {}

  /** Limits nobody reaches. */
  static GateLimits patient() {
    return new GateLimits(Map.of(), LONG, LONG, LONG, 8).with(NEVER);
  }

  static PluginGate gate() {
    return new PluginGate(patient());
  }

  static PluginIdentity identity(String id) {
    return new PluginIdentity(id, "1.0.0", 0);
  }

  /** Bring an oracle in, and have it as the town has it. */
  static Guarded<Oracle> admit(PluginGate gate, String id, Oracle oracle) {
    gate.admit(Oracle.class, oracle, identity(id));
    return gate.named(Oracle.class, id).orElseThrow();
  }

  static PluginStatus status(PluginGate gate, String id) {
    return gate.status().stream()
        .filter(status -> status.plugin().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static List<State> states(PluginGate gate) {
    return gate.status().stream().map(PluginStatus::state).toList();
  }
}
