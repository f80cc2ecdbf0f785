package org.zhili.listener;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.zhili.device.Origin;
import org.zhili.frame.Station;
import org.zhili.frame.Stations;

/**
 * Who was let in a moment ago, so that not every frame of a station costs a look into the database
 * and a hash. What the town takes back or changes holds within {@link #KEPT}; whom it refused is
 * asked about each time, since a person may just be correcting that. Thread-safe.
 */
final class Admissions {
  static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private record Admitted(Origin origin, long at) {}

  private final Stations stations;
  private final LongSupplier nanos;
  private final Map<Station, Admitted> before =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Station, Admitted> eldest) {
          return size() > MOST;
        }
      };

  Admissions(Stations stations, LongSupplier nanos) {
    this.stations = stations;
    this.nanos = nanos;
  }

  /**
   * Decide as {@link Stations#admit} does. May wait for the town.
   *
   * @throws RuntimeException when that cannot be known now
   */
  Optional<Origin> admit(Station station) {
    Optional<Origin> known = known(station);
    if (known.isPresent()) {
      return known;
    }
    long at = nanos.getAsLong();
    Optional<Origin> admitted = stations.admit(station);
    admitted.ifPresent(origin -> keep(station, new Admitted(origin, at)));
    return admitted;
  }

  private synchronized Optional<Origin> known(Station station) {
    return Optional.ofNullable(before.get(station))
        .filter(admitted -> nanos.getAsLong() - admitted.at() < KEPT.toNanos())
        .map(Admitted::origin);
  }

  private synchronized void keep(Station station, Admitted admitted) {
    before.remove(station); // so that it becomes the youngest
    before.put(station, admitted);
  }
}
