package org.zhili.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestSamples.BIN;
import static org.zhili.core.ingest.IngestSamples.COVER;
import static org.zhili.core.ingest.IngestSamples.T;
import static org.zhili.core.ingest.IngestSamples.alert;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.city.Device;
import org.zhili.core.alert.NotedAlert.Acknowledgement;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.AlertUpdate;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.core.store.Transactions;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;

/** What an {@link AlertStore} promises the desk. Every test begins with an empty store. */
public abstract class AlertDeskContract {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123456Z");
  private static final AreaId EAST = new AreaId("east");
  private static final AreaId WEST = new AreaId("west");

  protected abstract Transactions transactions();

  protected abstract AlertStore store();

  /** The store ingestion writes the same alerts with. */
  protected abstract IngestStore ingest();

  private AlertDesk desk() {
    return new AlertDesk(transactions(), store(), InstantSource.fixed(NOW));
  }

  /** The n-th alert that is raised. */
  private Alert raised(int n, DeviceId device, String condition, AreaId area) {
    Alert sample = alert(new UUID(0x019A_0000_0000_7000L + n, Long.MIN_VALUE), device, condition);
    Device there = sample.device();
    Alert alert =
        new Alert(
            sample.id(),
            new Device(
                there.id(),
                there.type(),
                there.driver(),
                area,
                there.address(),
                there.position(),
                there.asset(),
                there.settings()),
            sample.condition(),
            sample.rule(),
            sample.severity(),
            sample.why(),
            sample.words(),
            sample.opens(),
            sample.reading(),
            sample.observedAt(),
            sample.raisedAt(),
            sample.lastSeenAt(),
            sample.occurrences(),
            sample.clearedAt());
    written(new Draft().raise(alert));
    return alert;
  }

  private Alert cleared(Alert alert) {
    AlertUpdate over =
        new AlertUpdate(
            alert.id(), 3, T.plusSeconds(2), Optional.empty(), Optional.of(T.plusSeconds(9)));
    written(new Draft().update(over));
    return alert.after(over);
  }

  private void written(Draft draft) {
    assertThat(ingest().write(draft.batch())).isEqualTo(new Outcome.Written());
  }

  private static AlertStore.Query any(int limit) {
    return new AlertStore.Query(
        Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), limit);
  }

  private List<Alert> list(AlertStore.Query query) {
    return desk().list(query).stream().map(NotedAlert::alert).toList();
  }

  @Test
  void alerts_are_listed_the_latest_first_page_by_page() {
    Alert first = raised(1, COVER, "tilted", EAST);
    Alert second = cleared(raised(2, BIN, "full", WEST));
    Alert third = raised(3, COVER, "open", EAST);

    assertThat(list(any(2))).containsExactly(third, second);
    AlertStore.Query rest =
        new AlertStore.Query(
            Optional.empty(), Optional.empty(), Set.of(), Optional.of(second.id()), 2);
    assertThat(list(rest)).containsExactly(first);
  }

  @Test
  void a_list_is_narrowed_to_open_ones_a_device_or_areas() {
    Alert tilted = cleared(raised(1, COVER, "tilted", EAST));
    Alert full = raised(2, BIN, "full", WEST);
    Alert open = raised(3, COVER, "open", EAST);

    assertThat(list(narrowed(Optional.of(true), Optional.empty(), Set.of())))
        .containsExactly(open, full);
    assertThat(list(narrowed(Optional.of(false), Optional.empty(), Set.of())))
        .containsExactly(tilted);
    assertThat(list(narrowed(Optional.empty(), Optional.of(COVER), Set.of())))
        .containsExactly(open, tilted);
    assertThat(list(narrowed(Optional.empty(), Optional.empty(), Set.of(WEST))))
        .containsExactly(full);
    assertThat(list(narrowed(Optional.of(true), Optional.of(COVER), Set.of(WEST)))).isEmpty();
  }

  private static AlertStore.Query narrowed(
      Optional<Boolean> open, Optional<DeviceId> device, Set<AreaId> areas) {
    return new AlertStore.Query(open, device, areas, Optional.empty(), 10);
  }

  @Test
  void who_acknowledges_an_alert_first_stays_named() {
    Alert alert = raised(1, COVER, "tilted", EAST);
    NotedAlert noted = new NotedAlert(alert, Optional.of(new Acknowledgement("olivia", NOW)));

    assertThat(desk().find(alert.id())).contains(new NotedAlert(alert, Optional.empty()));
    assertThat(desk().acknowledge(alert.id(), "olivia")).contains(noted);
    assertThat(desk().acknowledge(alert.id(), "sun")).contains(noted);
    assertThat(desk().find(alert.id())).contains(noted);
    assertThat(desk().list(any(9))).containsExactly(noted);
  }

  @Test
  void an_acknowledgement_outlives_what_ingestion_writes_later() {
    Alert alert = raised(1, COVER, "tilted", EAST);
    desk().acknowledge(alert.id(), "olivia");
    Alert over = cleared(alert);

    assertThat(desk().find(alert.id()))
        .contains(new NotedAlert(over, Optional.of(new Acknowledgement("olivia", NOW))));
  }

  @Test
  void an_alert_there_never_was_is_not_acknowledged() {
    UUID nothing = UUID.randomUUID();
    assertThat(desk().acknowledge(nothing, "olivia")).isEmpty();
    assertThat(transactions().run(() -> store().acknowledge(nothing, acknowledged()))).isFalse();
  }

  private static Acknowledgement acknowledged() {
    return new Acknowledgement("olivia", NOW);
  }
}
