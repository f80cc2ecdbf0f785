package org.zhili.resources.internal.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Alert;
import org.zhili.resources.Alerts;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.city.DeviceStateResource;
import org.zhili.resources.internal.city.DeviceStateView;
import org.zhili.resources.internal.city.DeviceStatesResource;

class AlertResourceTest {
  private final TestTown town = new TestTown();
  private final Alerts alerts = new Alerts(town);
  private final AlertResource resource = town.resource(AlertResource.class);
  private final DeviceStateResource states = town.resource(DeviceStateResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void the_newest_alert_comes_first_and_a_page_tells_where_to_go_on() {
    Alert east = alerts.raise("MC-east");
    Alert west = alerts.raise("MC-west");
    Paging.Page<AlertView> first = list(null, null, null, 1, LoggedIn.OPERATOR);
    assertThat(first.items()).extracting(AlertView::id).containsExactly(west.id().toString());
    assertThat(list(null, null, first.next().orElseThrow(), 1, LoggedIn.OPERATOR).items())
        .extracting(AlertView::id)
        .containsExactly(east.id().toString());
  }

  @Test
  void a_list_is_narrowed_to_what_is_open_or_to_one_device() {
    Alert east = alerts.raise("MC-east");
    alerts.clear(east);
    alerts.raise("MC-west");
    assertThat(devices(list("true", null, null, 9, LoggedIn.OPERATOR))).containsExactly("MC-west");
    assertThat(devices(list("false", null, null, 9, LoggedIn.OPERATOR))).containsExactly("MC-east");
    assertThat(devices(list(null, "MC-east", null, 9, LoggedIn.SUPERVISOR)))
        .containsExactly("MC-east");
    assertThat(list("true", "MC-east", null, 9, LoggedIn.ADMINISTRATOR).items()).isEmpty();
  }

  @Test
  void whoever_is_limited_to_areas_sees_alerts_from_there_only() {
    Alert east = alerts.raise("MC-east");
    alerts.raise("MC-west");
    LoggedIn western = LoggedIn.OPERATOR.in("west");
    assertThat(devices(list(null, null, null, 9, western))).containsExactly("MC-west");
    assertThat(devices(list(null, "MC-east", null, 9, western))).isEmpty();
    assertThat(devices(list(null, null, null, 9, LoggedIn.OPERATOR.in("east"))))
        .containsExactly("MC-east");
    String id = east.id().toString();
    refused(404, "ZL-3031", () -> resource.read(id, western));
    refused(404, "ZL-3031", () -> resource.acknowledge(id, western));
    refused(404, "ZL-3022", () -> states.read("MC-east", western));
    assertThat(resource.read(id, LoggedIn.OPERATOR).acknowledgedBy()).isEmpty();
  }

  @Test
  void an_alert_is_shown_with_what_was_read_and_the_case_about_it() {
    Alert alert = alerts.raise("MC-east");
    AlertView view = resource.read(alert.id().toString(), LoggedIn.OPERATOR);
    assertThat(view.why().zh()).isEqualTo("井盖倾斜");
    assertThat(view.asset()).contains("A-east");
    assertThat(view.open()).isTrue();
    assertThat(view.opens()).contains("test.component");
    assertThat(view.whyNoCase()).isEmpty();
    assertThat(view.reading())
        .hasValueSatisfying(reading -> assertThat(reading.measure()).contains(23.4));
    assertThat(view.caseNumber()).as("nobody has opened one yet").isEmpty();

    String number = town.open(alert).number();
    assertThat(resource.read(alert.id().toString(), LoggedIn.OPERATOR).caseNumber())
        .contains(number);
  }

  @Test
  void an_alert_the_city_opens_no_case_for_says_why() {
    Alert alert = alerts.raise("MC-east", Optional.empty());

    AlertView view = resource.read(alert.id().toString(), LoggedIn.OPERATOR);
    assertThat(view.opens()).isEmpty();
    assertThat(view.whyNoCase())
        .hasValueSatisfying(
            why -> {
              assertThat(why.zh()).contains("不立案");
              assertThat(why.en()).contains("opens no case");
            });
  }

  @Test
  void who_acknowledges_first_stays_named_with_the_time() {
    String id = alerts.raise("MC-east").id().toString();
    AlertView first = resource.acknowledge(id, LoggedIn.OPERATOR);
    town.pass(Duration.ofMinutes(5));
    AlertView second = resource.acknowledge(id, LoggedIn.SUPERVISOR);
    assertThat(first.acknowledgedBy()).contains("olivia");
    assertThat(first.acknowledgedAt()).contains(TestTown.START);
    assertThat(second).isEqualTo(first);
    assertThat(list(null, null, null, 9, LoggedIn.OPERATOR).items()).containsExactly(first);
  }

  @Test
  void what_is_no_alert_is_told_so() {
    refused(422, "ZL-3011", () -> resource.read("not-an-id", LoggedIn.OPERATOR));
    refused(
        404,
        "ZL-3031",
        () -> resource.read("019a0000-0000-7000-8000-000000000000", LoggedIn.OPERATOR));
    refused(422, "ZL-3011", () -> list(null, null, "x", 9, LoggedIn.OPERATOR));
    refused(422, "ZL-3011", () -> list(null, null, null, 0, LoggedIn.OPERATOR));
    refused(401, "ZL-3001", () -> list(null, null, null, 9, LoggedIn.NOBODY));
  }

  @Test
  void a_devices_state_tells_its_latest_readings_and_what_is_wrong_with_it() {
    assertThat(states.read("MC-east", LoggedIn.OPERATOR))
        .isEqualTo(DeviceStateView.unheard("MC-east"));
    Alert alert = alerts.raise("MC-east");
    alerts.speak(alert);

    DeviceStateView state = states.read("MC-east", LoggedIn.OPERATOR);
    DeviceStatesResource all = town.resource(DeviceStatesResource.class);
    Paging.Page<DeviceStateView> first = all.list(null, null, 1, LoggedIn.OPERATOR);
    assertThat(first.items()).containsExactly(state);
    assertThat(all.list(null, first.next().orElseThrow(), 9, LoggedIn.OPERATOR).items())
        .containsExactly(DeviceStateView.unheard("MC-west"));
    assertThat(all.list(null, null, 9, LoggedIn.OPERATOR.in("west")).items())
        .containsExactly(DeviceStateView.unheard("MC-west"));
    assertThat(state.lastSeenAt()).contains(TestTown.START);
    assertThat(state.offline()).isFalse();
    assertThat(state.readings())
        .extracting(metric -> metric.reading().metric())
        .containsExactly("cover.tilt", "place", "status", "water");
    assertThat(state.readings().get(3).reading().flag()).contains(true);
    assertThat(state.readings().get(2).reading().label()).contains("tilted");
    assertThat(state.readings().get(1).reading().position()).isPresent();
    assertThat(state.conditions())
        .singleElement()
        .satisfies(holds -> assertThat(holds.alert()).isEqualTo(alert.id().toString()));
    refused(404, "ZL-3022", () -> states.read("MC-none", LoggedIn.OPERATOR));
  }

  private static List<String> devices(Paging.Page<AlertView> page) {
    return page.items().stream().map(AlertView::device).toList();
  }

  private Paging.Page<AlertView> list(
      @Nullable String open,
      @Nullable String device,
      @Nullable String after,
      int limit,
      LoggedIn by) {
    return resource.list(open, device, after, limit, by);
  }
}
