package org.zhili.persistence.store.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Counts;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Pause;
import org.zhili.casework.Rating;

/** What changes in the course of a case and is read with the case only; kept as JSON. */
record Course(
    Assignment assignment,
    List<MilestoneClock> clocks,
    List<Pause> pauses,
    Counts counts,
    Optional<Rating> rating,
    Optional<Instant> closedAt) {
  static Course of(CaseFile file) {
    return new Course(
        file.assignment(),
        file.clocks(),
        file.pauses(),
        file.counts(),
        file.rating(),
        file.closedAt());
  }
}
