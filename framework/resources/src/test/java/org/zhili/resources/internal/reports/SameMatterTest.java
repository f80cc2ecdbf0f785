package org.zhili.resources.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.resources.Bodies;
import org.zhili.resources.From;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.progress.ProgressResource;
import org.zhili.resources.internal.progress.ProgressView;
import org.zhili.resources.internal.progress.RatingBody;
import org.zhili.resources.internal.reports.ReportResource.Receipt;

/** Residents who find their matter among those nearby. */
class SameMatterTest {
  private static final String KEY = "a-key-of-one-report";

  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final ReportResource reports = town.resource(ReportResource.class);
  private final ProgressResource progress = town.resource(ProgressResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void whoever_says_it_is_the_same_follows_it_by_a_code_that_only_looks() {
    String id = life.dispatched();
    Receipt receipt = sent(report(Optional.of(nearby().get(0).same())));
    assertThat(receipt.code()).isNotEqualTo(town.file(id).publicCode());
    assertThat(receipt.number()).isNotEqualTo(town.file(id).number());
    assertThat(town.town().ledger().trace().of(CaseId.of(id)).toString()).contains("井又开了");
    assertThat(read(receipt).state()).isEqualTo(CaseState.DISPATCHED);

    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    life.act(id, Bodies.action("feed-back", "", "photo-after"), LoggedIn.WORKS);
    life.act(id, Bodies.action("close"), LoggedIn.SUPERVISOR);
    assertThat(read(receipt).standing()).isEqualTo(Standing.CLOSED);
    assertThat(read(receipt).joined()).isTrue();
    assertThat(read(receipt).ratable()).isFalse();
    RatingBody worst = new RatingBody(false, 1, "");
    refused(409, "ZL-3017", () -> progress.rate(receipt.code(), worst, From.address("192.0.2.1")));
  }

  @Test
  void it_is_one_report_however_often_it_is_sent() {
    String id = life.dispatched();
    ResidentReport report = report(Optional.of(nearby().get(0).same()));
    Receipt receipt = sent(report);
    long version = town.file(id).version();
    assertThat(sent(report)).isEqualTo(receipt);
    assertThat(town.file(id).version()).isEqualTo(version);
    assertThat(nearby()).as("what goes on in another is none of its own").hasSize(1);
  }

  @Test
  void what_is_no_longer_open_or_not_nearby_is_a_case_of_its_own() {
    String closed = life.dispatched();
    String name = nearby().get(0).same();
    life.act(closed, Bodies.action("annul", "twice"), LoggedIn.OPERATOR);
    assertThat(read(sent(report(Optional.of(name)))).joined()).isFalse();
    String far = "0123456789abcdef0123456789abcdef";
    Receipt other =
        (Receipt)
            reports.report(report(Optional.of(far)), null, From.address("203.0.113.8")).getEntity();
    assertThat(read(other).state()).isEqualTo(CaseState.REPORTED);
  }

  private ProgressView read(Receipt receipt) {
    return progress.read(receipt.code(), From.address("203.0.113.7"));
  }

  private List<NearbyView> nearby() {
    return reports.nearby(report(Optional.empty()), From.address("203.0.113.7"));
  }

  private Receipt sent(ResidentReport report) {
    return (Receipt) reports.report(report, KEY, From.address("203.0.113.7")).getEntity();
  }

  private static ResidentReport report(Optional<String> same) {
    return new ResidentReport(
        "missing", "east-1", "中山路100号", Optional.empty(), "井又开了", Optional.empty(), same);
  }
}
