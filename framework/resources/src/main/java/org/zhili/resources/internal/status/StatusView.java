package org.zhili.resources.internal.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.text.Wording;

/**
 * How the town is doing, as far as the viewer may look: what concerns the whole city is left out
 * for whoever is limited to a unit or to areas.
 *
 * @param at business time
 * @param reviewsWaiting dispatches that wait for a person; left out for units
 * @param deadTimers work that failed too often and waits for a person
 */
public record StatusView(
    Wording city,
    String rules,
    Instant at,
    Cases cases,
    Optional<Long> reviewsWaiting,
    Optional<Messages> messages,
    Optional<Map<Alarm.Disposition, Long>> alarms,
    Optional<Long> deadTimers,
    Optional<List<PlugIn>> plugIns) {

  /** What came in since this node was started. */
  public record Messages(
      boolean running,
      long received,
      long stored,
      long duplicates,
      long readings,
      long unstored,
      Map<Quarantined.Kind, Long> quarantined,
      Optional<Instant> lastCommitAt,
      Optional<Instant> storeAwaySince) {}

  public record Cases(Map<CaseState, Long> open, Map<Standing, Long> standings) {}

  /** A plug-in, and why it is not in use when it is not. */
  public record PlugIn(
      String kind,
      String id,
      String version,
      PluginStatus.State state,
      List<Wording> reasons,
      int hanging,
      long calls) {}
}
