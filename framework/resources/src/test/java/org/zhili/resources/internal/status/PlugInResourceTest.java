package org.zhili.resources.internal.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Circuit;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.Named;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginStatus.State;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;

class PlugInResourceTest {
  private final TestTown town = new TestTown();
  private final PlugInResource plugIns = town.resource(PlugInResource.class);
  private final MetricsResource metrics = town.resource(MetricsResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void every_plug_in_is_told_with_its_calls_and_how_long_they_took() {
    adviceIsAsked();
    PlugInView advising = advising();
    assertThat(advising.kind()).isEqualTo("DispatchStrategy");
    assertThat(advising.counts().given()).isPositive();
    assertThat(advising.latency().p50()).isPositive().isLessThanOrEqualTo(advising.latency().p99());
    assertThat(advising.breaker()).isEqualTo(Circuit.State.CLOSED);
    assertThat(advising.circuits()).isEmpty();
  }

  @Test
  void one_that_is_left_alone_says_why_in_both_languages() {
    town.town().gate().isolate(new Named("DispatchStrategy", "advising"));
    assertThat(advising().breaker()).isEqualTo(Circuit.State.ISOLATED);
    assertThat(advising().circuits())
        .singleElement()
        .satisfies(out -> assertThat(out.why().en()).contains("isolated by hand"))
        .satisfies(out -> assertThat(out.why().zh()).contains("人工隔离"));
    assertThat(metrics.read(LoggedIn.OPERATOR))
        .containsPattern("zhili_plugin_breaker\\{id=\"advising\",.*state=\"isolated\".*} 1\n")
        .containsPattern("zhili_plugin_breaker\\{id=\"advising\",.*state=\"closed\".*} 0\n");
  }

  @Test
  void of_two_with_as_good_a_claim_the_one_in_reserve_says_so() {
    PluginGate gate = town.town().gate();
    Guarded<DispatchStrategy> first = gate.named(DispatchStrategy.class, "advising").orElseThrow();
    gate.admit(DispatchStrategy.class, new Idle(), first.identity());
    assertThat(plugIns.list(LoggedIn.OPERATOR))
        .filteredOn(view -> view.id().equals("advising"))
        .extracting(PlugInView::state, view -> view.reasons().size())
        .containsExactly(tuple(State.IN_USE, 0), tuple(State.RESERVE, 1));
  }

  /** Calls itself what another is called. */
  private static final class Idle implements DispatchStrategy {
    @Override
    public String id() {
      return "advising";
    }

    @Override
    public Proposal propose(DispatchRequest request) {
      throw new IllegalStateException("nobody asks it");
    }
  }

  @Test
  void an_administrator_isolates_a_plug_in_and_releases_it() {
    plugIns.isolate("DispatchStrategy", "advising", "slow", LoggedIn.ADMINISTRATOR);
    assertThat(advising().breaker()).isEqualTo(Circuit.State.ISOLATED);
    assertThat(advising().circuits())
        .singleElement()
        .satisfies(out -> assertThat(out.retryInSeconds()).isEmpty());
    adviceIsAsked();
    assertThat(advising().notAsked()).containsEntry(Answer.Why.ISOLATED, 1L);
    plugIns.release("DispatchStrategy", "advising", "slow", LoggedIn.ADMINISTRATOR);
    assertThat(advising().breaker()).isEqualTo(Circuit.State.CLOSED);
  }

  @Test
  void only_plug_ins_that_are_here_are_isolated_and_only_for_the_whole_city() {
    refused(
        404,
        "ZL-1390",
        () -> plugIns.isolate("DeviceDriver", "advising", "slow", LoggedIn.ADMINISTRATOR));
    refused(
        404, "ZL-1390", () -> plugIns.release("DeviceDriver", "x", "slow", LoggedIn.ADMINISTRATOR));
    refused(
        403,
        "ZL-3003",
        () ->
            plugIns.isolate(
                "DispatchStrategy", "advising", "slow", LoggedIn.ADMINISTRATOR.in("east")));
  }

  @Test
  void figures_are_in_the_text_format_of_prometheus() {
    adviceIsAsked();
    List<String> lines = metrics.read(LoggedIn.ADMINISTRATOR).lines().toList();
    assertThat(lines)
        .allMatch(
            line ->
                line.matches("# (HELP|TYPE) zhili_[a-z_]+ .+")
                    || line.matches(
                        "zhili_[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.E-]+"))
        .contains("# TYPE zhili_plugin_call_seconds summary")
        .anyMatch(line -> line.matches("zhili_plugin_calls_total.*outcome=\"given\".* [1-9]\\d*"))
        .anyMatch(line -> line.matches("zhili_plugin_call_seconds.*quantile=\"0.99\".*"));
    assertThat(lines.stream().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates();
  }

  @Test
  void values_of_labels_are_escaped() {
    Exposition out = new Exposition();
    out.family("zhili_x", Exposition.Sort.GAUGE, "a\\b\nc");
    out.sample(Map.of("id", "q\"b\\s\nn"), 0.25);
    out.sample(Map.of(), 12);
    assertThat(out)
        .hasToString(
            """
            # HELP zhili_x a\\\\b\\nc
            # TYPE zhili_x gauge
            zhili_x{id="q\\"b\\\\s\\nn"} 0.25
            zhili_x 12
            """);
  }

  @Test
  void whoever_is_limited_to_areas_is_told_nothing_of_the_whole_city() {
    refused(403, "ZL-3003", () -> plugIns.list(LoggedIn.OPERATOR.in("east")));
    refused(403, "ZL-3003", () -> metrics.read(LoggedIn.OPERATOR.in("east")));
  }

  private void adviceIsAsked() {
    Life life = new Life(town);
    life.act(life.report(Bodies.report()).head().id(), Bodies.action("accept"), LoggedIn.OPERATOR);
    town.work();
  }

  private PlugInView advising() {
    return plugIns.list(LoggedIn.OPERATOR).stream()
        .filter(plugIn -> plugIn.id().equals("advising"))
        .findFirst()
        .orElseThrow();
  }
}
