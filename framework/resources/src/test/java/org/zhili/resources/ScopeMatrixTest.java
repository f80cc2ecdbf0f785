package org.zhili.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.cases.CaseActionResource;
import org.zhili.resources.internal.cases.CaseHead;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.cases.CaseTraceResource;
import org.zhili.resources.internal.city.AssetBody;
import org.zhili.resources.internal.city.AssetResource;
import org.zhili.resources.internal.city.AssetView;
import org.zhili.resources.internal.city.DeviceBody;
import org.zhili.resources.internal.city.DeviceResource;
import org.zhili.resources.internal.city.DeviceView;
import org.zhili.resources.internal.city.GatewayResource;
import org.zhili.resources.internal.dispatch.CaseOrderResource;
import org.zhili.resources.internal.dispatch.CaseReviewResource;
import org.zhili.resources.internal.dispatch.DecisionBody;
import org.zhili.resources.internal.dispatch.OrderResource;
import org.zhili.resources.internal.dispatch.ReviewResource;

/** Whoever may call an operation still sees only what is theirs. */
class ScopeMatrixTest {
  /** People for whom a case of the works in the east does not exist. */
  private static final List<LoggedIn> STRANGERS =
      List.of(
          LoggedIn.TELECOM,
          LoggedIn.UNIT_OF_NOTHING,
          LoggedIn.GUEST,
          LoggedIn.GRID_WORKER.in("west"),
          LoggedIn.WORKS.in("west"),
          LoggedIn.OPERATOR.in("west"),
          LoggedIn.SUPERVISOR.in("west"),
          LoggedIn.ADMINISTRATOR.in("west"));

  /** People who see it. */
  private static final List<LoggedIn> INSIDERS =
      List.of(
          LoggedIn.WORKS,
          LoggedIn.WORKS.in("east"),
          LoggedIn.OPERATOR,
          LoggedIn.GRID_WORKER,
          LoggedIn.GRID_WORKER.in("east-1"),
          LoggedIn.OPERATOR.in("east-1"),
          LoggedIn.OPERATOR.in("city"),
          LoggedIn.SUPERVISOR.in("east", "west"),
          LoggedIn.ADMINISTRATOR);

  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final CaseResource cases = town.resource(CaseResource.class);
  private final DeviceResource devices = town.resource(DeviceResource.class);
  private final AssetResource assets = town.resource(AssetResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void every_way_to_a_case_is_closed_to_strangers_as_if_it_did_not_exist() {
    String id = life.dispatched();
    String number = town.file(id).number();
    CaseActionResource actions = town.resource(CaseActionResource.class);
    CaseTraceResource traces = town.resource(CaseTraceResource.class);
    CaseOrderResource orders = town.resource(CaseOrderResource.class);
    ReviewResource reviews = town.resource(ReviewResource.class);
    CaseReviewResource advised = town.resource(CaseReviewResource.class);
    List<Consumer<LoggedIn>> ways = new ArrayList<>();
    for (String name : List.of(id, number)) {
      ways.add(by -> cases.read(name, by));
      ways.add(by -> actions.act(name, Bodies.action("note", "x"), "*", null, by));
      ways.add(by -> traces.read(name, by));
      ways.add(by -> orders.list(name, by));
      ways.add(by -> advised.list(name, by));
      ways.add(by -> reviews.claim(name, by));
      ways.add(by -> reviews.release(name, by));
      ways.add(by -> reviews.decide(name, decision(), null, by));
    }
    long before = town.file(id).version();
    for (LoggedIn stranger : STRANGERS) {
      for (Consumer<LoggedIn> way : ways) {
        refused(404, "ZL-2001", () -> way.accept(stranger));
      }
    }
    assertThat(town.file(id).version()).isEqualTo(before);
  }

  private static DecisionBody decision() {
    return new DecisionBody("telecom", List.of(), List.of(), List.of(), "mine");
  }

  @Test
  void insiders_see_the_case_and_its_trace() {
    String id = life.dispatched();
    for (LoggedIn insider : INSIDERS) {
      assertThat(Life.detail(cases.read(id, insider)).head().id()).isEqualTo(id);
      assertThat(list(insider, null, null)).containsExactly(id);
    }
  }

  @Test
  void lists_show_strangers_nothing_whatever_they_ask_for() {
    life.dispatched();
    for (LoggedIn stranger : STRANGERS) {
      assertThat(list(stranger, null, null)).isEmpty();
      assertThat(list(stranger, "east-1", null)).isEmpty();
      assertThat(list(stranger, "city", "municipal-works")).isEmpty();
    }
  }

  @Test
  void a_unit_that_asks_for_the_cases_of_another_gets_none() {
    life.dispatched();
    assertThat(list(LoggedIn.WORKS, null, "municipal-works")).hasSize(1);
    assertThat(list(LoggedIn.WORKS, null, "telecom")).isEmpty();
  }

  @Test
  void a_unit_keeps_no_eye_on_a_case_that_was_given_to_another() {
    String id = life.dispatched();
    life.act(id, Bodies.dispatch("telecom", "their cover"), LoggedIn.OPERATOR);
    refused(404, "ZL-2001", () -> cases.read(id, LoggedIn.WORKS));
    assertThat(Life.detail(cases.read(id, LoggedIn.TELECOM)).head().id()).isEqualTo(id);
  }

  @Test
  void a_unit_that_gets_a_copy_sees_the_case_but_cannot_do_the_work() {
    String id = life.report(Bodies.report()).head().id();
    life.act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    life.act(id, Bodies.dispatch("municipal-works", "theirs", "telecom"), LoggedIn.OPERATOR);
    assertThat(Life.detail(cases.read(id, LoggedIn.TELECOM)).possible())
        .contains("note")
        .doesNotContain("acknowledge", "request-return", "meet");
    refused(403, "ZL-2006", () -> life.act(id, Bodies.action("acknowledge"), LoggedIn.TELECOM));
    refused(
        403,
        "ZL-2006",
        () -> life.act(id, Bodies.action("request-return", "ours not"), LoggedIn.TELECOM));
    assertThat(orders(id, LoggedIn.TELECOM)).hasSize(1);
    assertThat(orders(id, LoggedIn.OPERATOR)).hasSize(2);
  }

  private List<?> orders(String id, LoggedIn by) {
    return town.resource(CaseOrderResource.class).list(id, by);
  }

  @Test
  void a_unit_acknowledges_no_order_of_another() {
    String id = life.dispatched();
    long order = town.town().orders().of(town.file(id).id()).get(0).id();
    OrderResource orders = town.resource(OrderResource.class);
    refused(404, "ZL-3018", () -> orders.acknowledge(order, LoggedIn.TELECOM));
    refused(403, "ZL-3002", () -> orders.acknowledge(order, LoggedIn.UNIT_OF_NOTHING));
    refused(403, "ZL-3002", () -> orders.list(List.of(), null, 50, LoggedIn.UNIT_OF_NOTHING));
    assertThat(orders.list(List.of(), null, 50, LoggedIn.TELECOM).items()).isEmpty();
    assertThat(orders.list(List.of(), null, 50, LoggedIn.WORKS).items()).hasSize(1);
  }

  @Test
  void whoever_is_limited_to_areas_reports_there_only() {
    LoggedIn western = LoggedIn.OPERATOR.in("west");
    refused(422, "ZL-3013", () -> cases.report(Bodies.report(), null, western));
    refused(
        422,
        "ZL-3014",
        () -> cases.report(Bodies.report("west", Optional.of("A-east")), null, western));
    assertThat(
            cases.report(Bodies.report("west", Optional.of("A-west")), null, western).getStatus())
        .isEqualTo(201);
  }

  @Test
  void an_administrator_of_one_district_rules_over_its_devices_only() {
    LoggedIn western = LoggedIn.ADMINISTRATOR.in("west");
    assertThat(devices.list(null, null, 50, western).items())
        .extracting(DeviceView::id)
        .containsExactly("MC-west");
    refused(404, "ZL-3022", () -> device("MC-east", western));
    refused(404, "ZL-3022", () -> put("MC-east", device("west"), western));
    refused(404, "ZL-3022", () -> devices.issue("MC-east", western));
    refused(404, "ZL-3022", () -> devices.revoke("MC-east", western));
    refused(422, "ZL-3013", () -> put("MC-new", device("east"), western));
    assertThat(put("MC-new", device("west"), western).area()).isEqualTo("west");
    GatewayResource gateways = town.resource(GatewayResource.class);
    refused(403, "ZL-3003", () -> gateways.issue("GW-1", List.of(), western));
    refused(403, "ZL-3003", () -> gateways.revoke("GW-1", western));
  }

  private DeviceView put(String id, DeviceBody body, LoggedIn by) {
    return (DeviceView) devices.register(id, body, null, null, by).getEntity();
  }

  private AssetView put(String code, AssetBody body, LoggedIn by) {
    return (AssetView) assets.register(code, body, null, null, by).getEntity();
  }

  private DeviceView device(String id, LoggedIn by) {
    return (DeviceView) devices.read(id, by).getEntity();
  }

  private AssetView asset(String code, LoggedIn by) {
    return (AssetView) assets.read(code, by).getEntity();
  }

  private static DeviceBody device(String area) {
    return new DeviceBody(
        "manhole_cover",
        "some-driver",
        area,
        "",
        Optional.of(new PositionBody(30.6, 104.1)),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  @Test
  void assets_of_another_district_are_unknown() {
    LoggedIn western = LoggedIn.ADMINISTRATOR.in("west");
    refused(404, "ZL-3023", () -> asset("A-east", western));
    refused(404, "ZL-3023", () -> put("A-east", asset("west"), western));
    refused(422, "ZL-3013", () -> put("A-new", asset("east"), western));
    assertThat(asset("A-west", western).asset().area()).isEqualTo("west");
  }

  private static AssetBody asset(String area) {
    return new AssetBody(
        "manhole_cover",
        new AssetBody.NameBody("井盖", "Cover"),
        area,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void nobody_gets_in_without_a_login() {
    refused(401, "ZL-3001", () -> list(LoggedIn.NOBODY, null, null));
    refused(401, "ZL-3001", () -> device("MC-east", LoggedIn.NOBODY));
  }

  private List<String> list(LoggedIn by, @Nullable String area, @Nullable String unit) {
    return cases
        .list(List.of(), List.of(), area, unit, null, null, null, null, null, null, 50, by)
        .items()
        .stream()
        .map(CaseHead::id)
        .toList();
  }
}
