package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.zhili.core.trace.TraceEntry;
import org.zhili.resources.LoggedIn;

/** What the trace of a case tells, and to whom. */
class CaseTraceResourceTest extends CasesFixture {
  private final CaseTraceResource traces = town.resource(CaseTraceResource.class);

  @Test
  void the_trace_tells_who_did_what_and_is_intact() {
    String id = life.closed();
    TraceView trace = traces.read(id, LoggedIn.SUPERVISOR);
    assertThat(trace.intact()).isTrue();
    assertThat(trace.entries())
        .extracting(TraceView.Entry::action)
        .containsExactly("open", "accept", "dispatch", "acknowledge", "feed-back", "close");
    assertThat(trace.entries().get(3))
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("wang");
              assertThat(entry.actorName().zh()).isEqualTo("wang");
              assertThat(entry.unit()).contains("municipal-works");
              assertThat(entry.stateName().zh()).isEqualTo("处置");
              assertThat(entry.hash()).hasSize(64);
              assertThat(entry.previous()).isEqualTo(trace.entries().get(2).hash());
            });
    assertThat(trace.entries().get(2).words()).containsEntry("why.zh", "theirs");
    assertThat(trace.entries().get(2).actionName().zh()).isEqualTo("派单");
    assertThat(trace.entries().get(2).said())
        .extracting(said -> said.name().en() + " " + said.value().en())
        .containsExactly("Lead unit municipal-works", "Why this unit theirs");
    assertThat(trace.entries().get(4).said())
        .extracting(said -> said.name().zh())
        .contains("处置后照片");
  }

  @Test
  void a_trace_that_was_touched_says_so() {
    String id = life.closed();
    TraceEntry entry = town.traces().of(town.file(id).id()).get(4);
    town.traces()
        .tamper(
            new TraceEntry(
                entry.caseId(),
                entry.sequence(),
                entry.at().minus(Duration.ofDays(1)),
                entry.actor(),
                entry.unit(),
                entry.action(),
                entry.arguments(),
                entry.step(),
                entry.state(),
                entry.standing(),
                entry.advisor(),
                entry.previous(),
                entry.hash()));
    assertThat(traces.read(id, LoggedIn.SUPERVISOR).intact()).isFalse();
  }

  @Test
  void the_trace_keeps_the_public_code_to_itself() {
    String id = life.dispatched();
    assertThat(traces.read(id, LoggedIn.WORKS).toString())
        .doesNotContain(town.file(id).publicCode());
  }
}
