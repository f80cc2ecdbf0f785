package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.internal.reports.MatterResource;

/** What people do who patrol a grid. */
class GridWorkerTest extends CaseResourceFixture {
  private static final LoggedIn WEI = LoggedIn.GRID_WORKER.in("east-1");

  @Test
  void a_grid_worker_reports_in_the_own_grid_and_as_nothing_else() {
    ReportBody hotline = Bodies.report();
    refused(422, "ZL-3011", () -> cases.report(hotline, null, WEI));
    ReportBody own = from(hotline, "grid-worker");
    refused(422, "ZL-3013", () -> cases.report(own, null, LoggedIn.GRID_WORKER.in("west")));

    CaseDetail opened = Life.detail(cases.report(own, null, WEI));
    assertThat(opened.head().source()).isEqualTo("grid-worker");
    assertThat(opened.possible()).contains("note").doesNotContain("accept", "dispatch", "annul");
    assertThat(opened.publicCode()).isEmpty();
  }

  private static ReportBody from(ReportBody told, String source) {
    return new ReportBody(
        told.type(),
        told.filing(),
        source,
        told.subject(),
        told.condition(),
        told.area(),
        told.address(),
        told.position(),
        told.summary(),
        told.severity(),
        told.asset(),
        told.evidence(),
        Optional.empty());
  }

  @Test
  void what_was_not_done_well_goes_back_to_work() {
    String id = life.dispatched();
    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    refused(409, "ZL-2003", () -> life.act(id, Bodies.action("rework", "loose"), WEI));
    life.act(id, Bodies.action("feed-back", "", "photo-after"), LoggedIn.WORKS);

    CaseDetail again = life.act(id, Bodies.action("rework", "still loose"), WEI);
    assertThat(again.counts().reworks()).isEqualTo(1);
    refused(403, "ZL-2002", () -> life.act(id, Bodies.action("annul", "mine"), WEI));
  }

  @Test
  void what_cannot_be_finished_on_the_spot_is_not_reported_by_half() {
    ReportBody told = from(Bodies.report(), "grid-worker");
    HandledBody done = new HandledBody("closed it", List.of());
    refused(409, "ZL-2003", () -> cases.report(handled(told, done), "a-key-of-one-report", WEI));
    CaseDetail opened = Life.detail(cases.report(told, "a-key-of-one-report", WEI));
    assertThat(opened.head().number()).endsWith("-000001");
  }

  private static ReportBody handled(ReportBody told, HandledBody done) {
    return new ReportBody(
        told.type(),
        told.filing(),
        told.source(),
        told.subject(),
        told.condition(),
        told.area(),
        told.address(),
        told.position(),
        told.summary(),
        told.severity(),
        told.asset(),
        told.evidence(),
        Optional.of(done));
  }

  @Test
  void what_can_be_reported_by_a_tap_is_told_with_what_a_report_says() {
    assertThat(town.resource(MatterResource.class).list())
        .isNotEmpty()
        .allSatisfy(matter -> assertThat(matter.type()).isEqualTo("test.component"))
        .allSatisfy(matter -> assertThat(matter.selfHandled()).isFalse());
  }
}
