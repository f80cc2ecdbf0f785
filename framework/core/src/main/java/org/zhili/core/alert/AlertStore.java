package org.zhili.core.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.core.alert.NotedAlert.Acknowledgement;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;

/**
 * Reads the alerts that ingestion has written, and keeps who acknowledged them. Every call joins
 * the transaction of its caller.
 */
public interface AlertStore {
  Optional<NotedAlert> find(UUID id);

  /** Alerts by id, the latest first. */
  List<NotedAlert> list(Query query);

  /**
   * Keep who acknowledged an alert; the first one stands. False when there was one, or no alert.
   */
  boolean acknowledge(UUID id, Acknowledgement acknowledgement);

  /**
   * What to list.
   *
   * @param open only those that are, or are not, over; both when empty
   * @param areas where the device was registered when the alert was raised; empty for anywhere
   * @param after an id to go on behind
   */
  record Query(
      Optional<Boolean> open,
      Optional<DeviceId> device,
      Set<AreaId> areas,
      Optional<UUID> after,
      int limit) {
    public Query {
      areas = Set.copyOf(areas);
    }
  }
}
