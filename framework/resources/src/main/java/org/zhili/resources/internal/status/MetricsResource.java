package org.zhili.resources.internal.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.ingest.IngestStatus;
import org.zhili.core.plugin.Bulkhead;
import org.zhili.core.plugin.Circuit;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.status.Exposition.Sort;

/** The town's figures for a Prometheus server (监控指标). */
@Path("metrics")
@Tag(name = "status")
public final class MetricsResource {
  private final Town town;
  private final Scope scope;

  public MetricsResource(Town town, Scope scope) {
    this.town = town;
    this.scope = scope;
  }

  @GET
  @Produces(Exposition.TYPE)
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
  @Operation(summary = "Tell the figures of messages and plug-ins as Prometheus reads them · 监控指标")
  public String read(@Context SecurityContext security) {
    if (!scope.coversAll(Callers.viewer(security))) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    Exposition out = new Exposition();
    messages(out, town.ingestion().status());
    List<PluginStatus> plugIns = town.gate().status();
    calls(out, plugIns);
    latencies(out, plugIns);
    gauges(out, plugIns);
    breakers(out, plugIns);
    return out.toString();
  }

  private static void messages(Exposition out, IngestStatus status) {
    out.family("zhili_messages_total", Sort.COUNTER, "Messages by what became of them.");
    out.sample(Map.of("outcome", "received"), status.received());
    out.sample(Map.of("outcome", "stored"), status.stored());
    out.sample(Map.of("outcome", "duplicate"), status.duplicates());
    out.sample(Map.of("outcome", "unstored"), status.unstored());
    out.family("zhili_quarantined_total", Sort.COUNTER, "Messages kept raw, by the reason.");
    status.quarantined().forEach((kind, n) -> out.sample(Map.of("kind", word(kind)), n));
    out.family(
        "zhili_rejected_total", Sort.COUNTER, "Messages a plug-in rejected, by kind of reason.");
    status
        .rejected()
        .forEach(
            (plugIn, reasons) ->
                reasons.forEach(
                    (reason, n) -> out.sample(Map.of("id", plugIn, "reason", reason), n)));
    out.family("zhili_readings_total", Sort.COUNTER, "Readings stored.");
    out.sample(Map.of(), status.readings());
    out.family("zhili_messages_waiting", Sort.GAUGE, "Messages that wait for their receipts.");
    out.sample(Map.of(), status.waiting());
  }

  private static void calls(Exposition out, List<PluginStatus> plugIns) {
    out.family("zhili_plugin_calls_total", Sort.COUNTER, "Questions asked, by what came of them.");
    for (PluginStatus one : plugIns) {
      PluginStatus.Counts counts = one.counts();
      out.sample(labels(one, "outcome", "given"), counts.given());
      out.sample(labels(one, "outcome", "withdrawn"), counts.withdrawn());
      out.sample(labels(one, "outcome", "overran"), counts.overran());
      out.sample(labels(one, "outcome", "broke"), counts.broke());
    }
    out.family("zhili_plugin_not_asked_total", Sort.COUNTER, "Questions spared, by the reason.");
    for (PluginStatus one : plugIns) {
      one.bulkhead()
          .notAsked()
          .forEach((why, n) -> out.sample(labels(one, "reason", word(why)), n));
    }
  }

  private static void latencies(Exposition out, List<PluginStatus> plugIns) {
    out.family("zhili_plugin_call_seconds", Sort.SUMMARY, "How long answers took.");
    for (PluginStatus one : plugIns) {
      Bulkhead.Latency latency = one.bulkhead().latency();
      out.sample(labels(one, "quantile", "0.5"), seconds(latency.p50()));
      out.sample(labels(one, "quantile", "0.95"), seconds(latency.p95()));
      out.sample(labels(one, "quantile", "0.99"), seconds(latency.p99()));
      out.total(labels(one), seconds(one.busy()), one.counts().given() + one.counts().broke());
    }
  }

  private static void gauges(Exposition out, List<PluginStatus> plugIns) {
    gauge(out, plugIns, "in_flight", "Callers that are being answered.", PluginStatus::inFlight);
    gauge(out, plugIns, "waiting", "Callers in the queue.", one -> one.bulkhead().waiting());
    gauge(out, plugIns, "hanging", "Calls that do not end.", PluginStatus::hanging);
    gauge(
        out,
        plugIns,
        "burning_processors",
        "Processors that calls without end keep busy.",
        one -> one.bulkhead().burning());
  }

  private static void gauge(
      Exposition out,
      List<PluginStatus> plugIns,
      String name,
      String help,
      ToDoubleFunction<PluginStatus> value) {
    out.family("zhili_plugin_" + name, Sort.GAUGE, help);
    plugIns.forEach(one -> out.sample(labels(one), value.applyAsDouble(one)));
  }

  private static void breakers(Exposition out, List<PluginStatus> plugIns) {
    out.family("zhili_plugin_breaker", Sort.GAUGE, "1 for how its worst breaker stands.");
    for (PluginStatus one : plugIns) {
      for (Circuit.State state : Circuit.State.values()) {
        out.sample(labels(one, "state", word(state)), one.bulkhead().state() == state ? 1L : 0L);
      }
    }
  }

  private static Map<String, String> labels(PluginStatus one, String name, String value) {
    Map<String, String> labels = new HashMap<>(labels(one));
    labels.put(name, value);
    return labels;
  }

  private static Map<String, String> labels(PluginStatus one) {
    return Map.of(
        "kind", one.kind(),
        "id", one.plugin().id(),
        "version", one.plugin().version(),
        "standing", word(one.state()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
