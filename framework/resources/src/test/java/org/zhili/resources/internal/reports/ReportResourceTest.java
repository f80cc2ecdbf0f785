package org.zhili.resources.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.resources.Bodies;
import org.zhili.resources.From;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.cases.CaseDetail;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.cases.ReportBody;
import org.zhili.resources.internal.progress.ProgressResource;
import org.zhili.resources.internal.reports.ReportResource.Receipt;

class ReportResourceTest {
  private static final String KEY = "a-key-of-one-report";

  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final ReportResource reports = town.resource(ReportResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void whoever_reports_gets_a_code_and_follows_by_it() {
    Receipt receipt = sent(report("中山路100号"), null);
    assertThat(receipt.code()).hasSize(16);
    assertThat(receipt.number()).isEqualTo("ZL-20261123-000001");
    assertThat(
            town.resource(ProgressResource.class)
                .read(receipt.code(), From.address("203.0.113.7"))
                .state())
        .isEqualTo(CaseState.REPORTED);
    CaseFile file = file(receipt);
    assertThat(file.report().source()).isEqualTo("resident");
    assertThat(file.report().subject()).isEqualTo("manhole_cover");
    assertThat(file.filing()).contains("missing");
    assertThat(file.report().summary().zh()).isEqualTo("井盖不见了 <b>快来</b>");
  }

  @Test
  void what_is_reported_for_somebody_else_says_so() {
    ResidentReport own = report("中山路100号");
    ResidentReport forNeighbour =
        new ResidentReport(
            own.matter(),
            own.area(),
            own.address(),
            own.position(),
            own.summary(),
            Optional.of(true),
            Optional.empty());
    assertThat(file(sent(forNeighbour, null)).report().source()).isEqualTo("resident-proxy");
  }

  @Test
  void a_report_sent_again_is_answered_again_and_opens_nothing() {
    Receipt first = sent(report("中山路100号"), KEY);
    assertThat(sent(report("中山路100号"), KEY)).isEqualTo(first);
    assertThat(sent(report("中山路100号"), "another-key").code()).isNotEqualTo(first.code());
    refused(409, "ZL-3007", () -> sent(report("中山路102号"), KEY));
  }

  @Test
  void a_second_resident_gets_no_code_of_the_first() {
    life.report(Bodies.report("east-1", Optional.of("A-east")));
    Receipt second = sent(report("中山路"), null);
    assertThat(second.number()).isEqualTo("ZL-20261123-000002");
  }

  @Test
  void what_the_city_does_not_offer_is_refused() {
    assertThat(reports.matters())
        .extracting(ReportResource.MatterView::id)
        .containsExactly("missing", "rattling");
    refused(422, "ZL-3040", () -> sent(report("stolen", "east-1", "中山路", Optional.empty()), null));
    refused(422, "ZL-3040", () -> sent(report("help", "east-1", "中山路", Optional.empty()), null));
    refused(422, "ZL-3013", () -> sent(report("missing", "moon", "中山路", Optional.empty()), null));
  }

  @Test
  void areas_are_found_from_the_widest_down() {
    assertThat(reports.areas(null)).extracting(ReportResource.PlaceView::id).containsOnly("city");
    assertThat(reports.areas("city"))
        .extracting(ReportResource.PlaceView::id)
        .containsExactly("east", "west");
    assertThat(reports.areas("east-1")).isEmpty();
    assertThat(reports.areas("nowhere")).isEmpty();
  }

  @Test
  void open_cases_that_may_be_the_same_are_told_without_a_way_to_them() {
    String id = life.dispatched();
    List<NearbyView> nearby = nearby(report("中山路 100 号(路口)"));
    assertThat(nearby)
        .singleElement()
        .satisfies(view -> assertThat(view.stateName().zh()).isEqualTo("派单"))
        .satisfies(view -> assertThat(view.matterName().zh()).isEqualTo("missing"))
        .satisfies(
            view ->
                assertThat(view.areaName())
                    .isIn(
                        reports.areas("east").stream()
                            .map(ReportResource.PlaceView::name)
                            .toList()))
        .satisfies(view -> assertThat(view.metres()).isEmpty());
    assertThat(nearby.toString())
        .doesNotContain("王小明", "中山路", "ZL-", id, town.file(id).publicCode());
  }

  @Test
  void what_is_elsewhere_closed_or_another_matter_is_no_neighbour() {
    life.closed();
    life.dispatched("west");
    assertThat(nearby(report("中山路100号"))).as("closed, or in another district").isEmpty();
    life.dispatched();
    assertThat(nearby(report("中山路100号"))).hasSize(1);
    assertThat(nearby(report("中山路102号"))).as("another house").isEmpty();
    assertThat(nearby(report("rattling", "east-1", "中山路100号", Optional.empty()))).isEmpty();
    assertThat(nearby(report("missing", "west", "中山路100号", Optional.empty())))
        .as("each in its own area")
        .hasSize(1);
  }

  @Test
  void only_the_hour_of_a_report_is_told() {
    town.pass(Duration.ofMinutes(17));
    CaseFile file = file(sent(report("中山路100号"), null));
    assertThat(file.report().reportedAt())
        .isNotEqualTo(file.report().reportedAt().truncatedTo(ChronoUnit.HOURS));
    assertThat(nearby(report("中山路100号")))
        .extracting(NearbyView::reportedAt)
        .containsExactly(file.report().reportedAt().truncatedTo(ChronoUnit.HOURS));
  }

  @Test
  void a_case_is_found_behind_many_of_other_kinds() {
    life.report(other("manhole_cover", "missing", "中山路100号"));
    for (int i = 0; i < 150; i++) {
      life.report(other("trash_bin", "full", "中山路100号"));
      life.report(other("manhole_cover", "smelling", "别处"));
      life.report(other("manhole_cover", "smelling", "别处"));
    }
    assertThat(nearby(report("中山路100号"))).hasSize(1);
  }

  @Test
  void what_the_city_files_alike_is_a_neighbour_whatever_it_is_about() {
    life.report(other("pit_gauge", "open", "中山路100号", Optional.of("missing")));
    life.report(other("pit_gauge", "open", "中山路100号", Optional.of("rattling")));
    assertThat(nearby(report("中山路100号"))).hasSize(1);
  }

  private static ReportBody other(String subject, String condition, String address) {
    return other(subject, condition, address, Optional.empty());
  }

  /** What an operator puts in, who may leave it open how it is filed. */
  private static ReportBody other(
      String subject, String condition, String address, Optional<String> filing) {
    ReportBody usual = Bodies.report();
    return new ReportBody(
        usual.type(),
        filing,
        usual.source(),
        subject,
        condition,
        usual.area(),
        address,
        Optional.empty(),
        usual.summary(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  @Test
  void distances_are_of_blurred_positions() {
    sent(report("missing", "east-1", "示例巷", position(30.00001, 104.00001)), null);
    NearbyView here =
        nearby(report("missing", "east-1", "别处", position(30.0009, 104.00001))).get(0);
    assertThat(here.metres().orElseThrow() % 50).isZero();
    assertThat(here.metres()).hasValueSatisfying(m -> assertThat(m).isBetween(50, 150));
    assertThat(nearby(report("missing", "east-1", "示例巷", position(30.01, 104.0)))).isEmpty();
  }

  @Test
  void one_address_cannot_fill_the_desk() {
    for (int i = 0; i < 10; i++) {
      sent(report("中山路" + i + "号"), null);
    }
    refused(429, "ZL-3039", () -> sent(report("中山路100号"), null));
    assertThat(answer(report("中山路100号"), null, "203.0.113.9").getStatus()).isEqualTo(201);
    town.wait(Duration.ofMinutes(1));
    sent(report("中山路100号"), null);
  }

  @Test
  void what_opens_no_case_costs_nothing() {
    Receipt first = sent(report("中山路100号"), KEY);
    for (int i = 0; i < 10; i++) {
      refused(422, "ZL-3040", () -> sent(report("help", "east-1", "中山路", Optional.empty()), null));
      refused(422, "ZL-3013", () -> sent(report("missing", "moon", "路", Optional.empty()), null));
      assertThat(sent(report("中山路100号"), KEY)).isEqualTo(first);
    }
    for (int i = 0; i < 9; i++) {
      sent(report("中山路" + i + "号"), null);
    }
    refused(429, "ZL-3039", () -> sent(report("中山路9号"), null));
    assertThat(sent(report("中山路100号"), KEY)).as("answered again").isEqualTo(first);
  }

  @Test
  void one_address_cannot_search_the_city() {
    for (int i = 0; i < 30; i++) {
      nearby(report("中山路" + i + "号"));
    }
    refused(429, "ZL-3016", () -> nearby(report("中山路100号")));
  }

  private List<NearbyView> nearby(ResidentReport report) {
    return reports.nearby(report, From.address("203.0.113.7"));
  }

  private Receipt sent(ResidentReport report, @Nullable String key) {
    return (Receipt) answer(report, key, "203.0.113.7").getEntity();
  }

  private Response answer(ResidentReport report, @Nullable String key, String address) {
    return reports.report(report, key, From.address(address));
  }

  private CaseFile file(Receipt receipt) {
    Response answer = town.resource(CaseResource.class).read(receipt.number(), LoggedIn.OPERATOR);
    CaseDetail detail = (CaseDetail) Objects.requireNonNull(answer.getEntity());
    return town.file(detail.head().id());
  }

  private static ResidentReport report(String address) {
    return report("missing", "east-1", address, Optional.empty());
  }

  private static ResidentReport report(
      String matter, String area, String address, Optional<PositionBody> position) {
    return new ResidentReport(
        matter, area, address, position, "井盖不见了 <b>快来</b>", Optional.empty(), Optional.empty());
  }

  private static Optional<PositionBody> position(double latitude, double longitude) {
    return Optional.of(new PositionBody(latitude, longitude));
  }
}
