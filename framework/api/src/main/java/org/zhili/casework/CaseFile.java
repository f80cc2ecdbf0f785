package org.zhili.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.id.CaseId;

/**
 * A case file (案卷) as it stands after {@code version} entries of its trace.
 *
 * @param number what people call it: {@code ZL-20261123-000123}
 * @param publicCode at least 80 random bits; whoever has it may see the public progress
 * @param version the sequence of its latest trace entry
 * @param filing the condition it is filed under, once it is
 */
public record CaseFile(
    CaseId id,
    String number,
    String publicCode,
    long version,
    CaseTypeRef type,
    String step,
    CaseState state,
    Standing standing,
    Report report,
    Optional<String> filing,
    Assignment assignment,
    List<MilestoneClock> clocks,
    List<Pause> pauses,
    Counts counts,
    Optional<Rating> rating,
    Optional<CaseId> mergedInto,
    Optional<Instant> closedAt) {
  public CaseFile {
    clocks = List.copyOf(clocks);
    pauses = List.copyOf(pauses);
  }

  /**
   * Whether it only waits, since the module that brings its type is away: it can be read and noted
   * on, and goes on as it stood.
   */
  public boolean halted() {
    return pauses.stream().anyMatch(pause -> pause.byTown() && pause.until().isEmpty());
  }
}
