package org.zhili.resources.internal.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Bulkhead;
import org.zhili.core.plugin.Circuit;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * A plug-in: where it stands, and how it answers since it came.
 *
 * @param reasons why it was not let in, or that it is in reserve by chance
 * @param breaker as the worst of its parts
 * @param notAsked questions it was spared, by the reason
 * @param burning processors that its hanging calls keep busy
 * @param circuits its parts that are not asked now
 */
record PlugInView(
    String kind,
    String id,
    String version,
    PluginStatus.State state,
    List<Wording> reasons,
    Circuit.State breaker,
    PluginStatus.Counts counts,
    Map<Answer.Why, Long> notAsked,
    Latency latency,
    int inFlight,
    int waiting,
    int hanging,
    double burning,
    List<Out> circuits,
    Optional<String> lastError) {

  /** In milliseconds, to an eighth. */
  record Latency(double p50, double p95, double p99) {
    static Latency of(Bulkhead.Latency latency) {
      return new Latency(millis(latency.p50()), millis(latency.p95()), millis(latency.p99()));
    }

    private static double millis(Duration time) {
      return time.toNanos() / 1e6;
    }
  }

  /**
   * A part that is not asked.
   *
   * @param part id of the contribution; {@code gateway} or {@code stranger} for a driver that is
   *     not asked about their messages; empty for the plug-in itself
   * @param retryInSeconds until it is tried again; absent when only a person or another version of
   *     it changes that
   */
  record Out(String part, Circuit.State state, Wording why, Optional<Long> retryInSeconds) {}

  /** Somebody's words for a text. */
  @FunctionalInterface
  interface Render {
    Wording of(Text text);
  }

  static PlugInView of(PluginStatus status, Render words) {
    Bulkhead bulkhead = status.bulkhead();
    return new PlugInView(
        status.kind(),
        status.plugin().id(),
        status.plugin().version(),
        status.state(),
        status.reasons().stream().map(words::of).toList(),
        bulkhead.state(),
        status.counts(),
        bulkhead.notAsked(),
        Latency.of(bulkhead.latency()),
        status.inFlight(),
        bulkhead.waiting(),
        status.hanging(),
        bulkhead.burning(),
        bulkhead.circuits().stream().map(circuit -> out(circuit, words)).toList(),
        status.lastError());
  }

  private static Out out(Circuit circuit, Render words) {
    return new Out(
        circuit.part(),
        circuit.state(),
        words.of(circuit.why()),
        circuit.retryIn().map(Duration::toSeconds));
  }
}
