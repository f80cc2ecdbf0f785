package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.casework.Evidence;
import org.zhili.casework.Standing;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.cases.CaseDetail.MilestoneView;

/** How a case is reported, found and shown. */
class CaseResourceTest extends CaseResourceFixture {
  @Test
  void a_matter_reported_by_hand_becomes_a_case_with_an_address_of_its_own() {
    Response answer = report("key-0001", Bodies.report());
    CaseDetail detail = Life.detail(answer);
    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getEntityTag().getValue()).isEqualTo("1");
    assertThat(answer.getLocation().toString()).endsWith("cases/" + detail.head().id());
    assertThat(detail.head().number()).isEqualTo("ZL-20261123-000001");
    assertThat(detail.head().state()).isEqualTo(CaseState.REPORTED);
    assertThat(detail.head().stateName().zh()).isEqualTo("上报");
    assertThat(detail.head().standingName().en()).isEqualTo("On its way");
    assertThat(detail.head().source()).isEqualTo("hotline");
    assertThat(detail.possible()).contains("accept", "decline").doesNotContain("close");
    assertThat(detail.offers()).extracting(offer -> offer.name().zh()).contains("受理", "不予受理");
  }

  @Test
  void the_same_report_under_the_same_key_opens_one_case() {
    CaseDetail first = Life.detail(report("key-0001", Bodies.report()));
    Response second = report("key-0001", Bodies.report());
    assertThat(second.getStatus()).isEqualTo(201);
    assertThat(Life.detail(second).head().id()).isEqualTo(first.head().id());
    assertThat(list(50).items()).hasSize(1);
  }

  @Test
  void another_report_under_a_used_key_is_refused() {
    report("key-0001", Bodies.report());
    refused(409, "ZL-3007", () -> report("key-0001", Bodies.report("west", Optional.empty())));
    assertThat(list(50).items()).hasSize(1);
  }

  @Test
  void two_accounts_may_use_the_same_key() {
    report("key-0001", Bodies.report());
    cases.report(Bodies.report(), "key-0001", LoggedIn.as("oscar", "operator"));
    assertThat(list(50).items()).hasSize(2);
  }

  @Test
  void a_key_that_is_too_short_or_odd_is_refused() {
    refused(400, "ZL-3004", () -> report("short", Bodies.report()));
    refused(400, "ZL-3004", () -> report("with blanks in it", Bodies.report()));
  }

  @Test
  void of_many_reports_sent_at_once_under_one_key_one_opens_a_case() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> same = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        same.add(() -> Life.detail(report("key-0001", Bodies.report())).head().id());
      }
      List<String> ids = new ArrayList<>();
      for (Future<String> id : threads.invokeAll(same)) {
        ids.add(id.get());
      }
      assertThat(ids).hasSize(32).containsOnly(ids.get(0));
    } finally {
      threads.shutdownNow();
    }
    assertThat(list(50).items()).hasSize(1);
  }

  @Test
  void a_second_report_about_the_same_asset_joins_the_open_case() {
    CaseDetail first = life.report(Bodies.report("east-1", Optional.of("A-east")));
    Response second = report(null, Bodies.report("east-1", Optional.of("A-east")));
    assertThat(second.getStatus()).isEqualTo(200);
    assertThat(Life.detail(second).head().id()).isEqualTo(first.head().id());
    assertThat(first.owner()).contains("telecom");
  }

  @Test
  void what_is_not_on_the_books_cannot_be_reported() {
    refused(422, "ZL-3013", () -> life.report(Bodies.report("nowhere", Optional.empty())));
    refused(422, "ZL-3014", () -> life.report(Bodies.report("east", Optional.of("A-none"))));
    assertThat(list(50).items()).isEmpty();
  }

  @Test
  void an_unknown_type_or_filing_condition_is_refused_with_those_that_are_known() {
    ReportBody body = Bodies.report();
    assertThat(refused(422, "ZL-3012", () -> life.report(with(body, "test.other", "hotline"))))
        .satisfies(p -> assertThat(p.detail()).contains("test.component"));
    ReportBody misfiled =
        new ReportBody(
            body.type(),
            Optional.of("stolen"),
            body.source(),
            body.subject(),
            body.condition(),
            body.area(),
            body.address(),
            body.position(),
            body.summary(),
            body.severity(),
            body.asset(),
            body.evidence(),
            Optional.empty());
    assertThat(refused(422, "ZL-3011", () -> life.report(misfiled)).violations().get(0))
        .satisfies(violation -> assertThat(violation.field()).isEqualTo("filing"))
        .satisfies(violation -> assertThat(violation.messages().en()).contains("rattling"));
  }

  @Test
  void nobody_reports_in_the_name_of_a_sensor() {
    ReportBody body = with(Bodies.report(), "test.component", "sensor");
    refused(422, "ZL-3011", () -> life.report(body));
  }

  private static ReportBody with(ReportBody body, String type, String source) {
    return new ReportBody(
        type,
        body.filing(),
        source,
        body.subject(),
        body.condition(),
        body.area(),
        body.address(),
        body.position(),
        body.summary(),
        body.severity(),
        body.asset(),
        List.of(new EvidenceBody("note", "seen")),
        Optional.empty());
  }

  @Test
  void a_case_is_found_by_its_id_and_by_its_number() {
    CaseDetail reported = life.report(Bodies.report());
    assertThat(read(reported.head().id()).head()).isEqualTo(reported.head());
    assertThat(read(reported.head().number()).head()).isEqualTo(reported.head());
  }

  @Test
  void a_case_that_does_not_exist_is_unknown_however_it_is_called() {
    List.of("ZL-20261123-999999", "00000000-0000-7000-8000-000000000000", "1' or '1'='1")
        .forEach(id -> refused(404, "ZL-2001", () -> read(id)));
  }

  @Test
  void the_detail_tells_when_milestones_are_due_and_which_are_late() {
    String id = life.dispatched();
    List<MilestoneView> milestones = read(id).milestones();
    assertThat(milestones).extracting(MilestoneView::id).contains("respond", "repair");
    MilestoneView respond = milestone(id, "respond");
    assertThat(respond.dueAt()).contains(TestTown.START.plus(Duration.ofHours(2)));
    assertThat(respond.overdue()).isFalse();
    assertThat(read(id).head().dueAt()).isEqualTo(respond.dueAt());
    town.pass(Duration.ofHours(3));
    assertThat(milestone(id, "respond").overdue()).isTrue();
    assertThat(read(id).head().overdue()).isTrue();
    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    assertThat(milestone(id, "respond").overdue()).as("met, but late").isTrue();
    assertThat(milestone(id, "repair").overdue()).isFalse();
  }

  @Test
  void only_the_operator_who_passes_it_on_sees_the_public_code() {
    String id = life.dispatched();
    assertThat(read(id).publicCode()).isPresent();
    for (LoggedIn other : List.of(LoggedIn.SUPERVISOR, LoggedIn.ADMINISTRATOR, LoggedIn.WORKS)) {
      assertThat(Life.detail(cases.read(id, other)).publicCode()).isEmpty();
    }
  }

  @Test
  void the_detail_keeps_the_evidence_of_the_report() {
    ReportBody body = with(Bodies.report(), "test.component", "grid-worker");
    assertThat(life.report(body).evidence()).containsExactly(new Evidence("note", "seen"));
  }

  @Test
  void a_case_that_has_ended_has_nothing_due() {
    String id = life.closed();
    assertThat(read(id).head().standing()).isEqualTo(Standing.CLOSED);
    assertThat(read(id).head().dueAt()).isEmpty();
    town.pass(Duration.ofDays(30));
    assertThat(milestone(id, "repair").overdue()).as("was met in time").isFalse();
    assertThat(milestone(id, "make-safe").overdue()).as("closed before it was due").isFalse();
  }

  private CaseDetail read(String id) {
    return Life.detail(cases.read(id, LoggedIn.OPERATOR));
  }

  private MilestoneView milestone(String id, String milestone) {
    return read(id).milestones().stream()
        .filter(m -> m.id().equals(milestone))
        .findFirst()
        .orElseThrow();
  }
}
