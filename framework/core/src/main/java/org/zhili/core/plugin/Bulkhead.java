package org.zhili.core.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What keeps a plug-in from harming its neighbours, and how much of that it needs (舱壁隔离).
 *
 * @param waiting callers that wait until fewer ask it
 * @param notAsked questions it was spared, by the reason
 * @param latency how long its answers took
 * @param burning processors its hanging calls keep busy; 0 where the machine cannot tell
 * @param circuits its parts that are not asked now; empty when all is well
 */
public record Bulkhead(
    int waiting,
    Map<Answer.Why, Long> notAsked,
    Latency latency,
    double burning,
    List<Circuit> circuits) {
  public Bulkhead {
    notAsked = Map.copyOf(notAsked);
    circuits = List.copyOf(circuits);
  }

  /** How the plug-in stands as a whole: as the worst of its parts. */
  public Circuit.State state() {
    return circuits.stream()
        .map(Circuit::state)
        .max(Circuit.State::compareTo)
        .orElse(Circuit.State.CLOSED);
  }

  /** What half, 95 and 99 of a hundred answers did not exceed, to 12.5 %; zero before any. */
  public record Latency(Duration p50, Duration p95, Duration p99) {}
}
