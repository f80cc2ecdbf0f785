package org.zhili.resources.internal.editions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhili.core.edition.Findings;
import org.zhili.text.Wording;

/**
 * What a draft would have made of the cases that were reported in some days.
 *
 * @param samples the first of those that come out otherwise, without a word that people wrote
 */
public record PreviewView(
    LocalDate from,
    LocalDate to,
    Findings.Sums all,
    List<TypeView> types,
    List<SampleView> samples) {

  /** The sums of a case type. */
  public record TypeView(String type, Wording name, Findings.Sums sums) {}

  /**
   * A case that comes out otherwise.
   *
   * @param leadBefore the unit that leads, by name
   * @param leadAfter the one that would
   */
  public record SampleView(
      String id,
      String number,
      Wording type,
      String area,
      Instant reportedAt,
      List<DueView> dues,
      boolean overdueBefore,
      boolean overdueAfter,
      Optional<Wording> leadBefore,
      Optional<Wording> leadAfter,
      Findings.Turn turn) {}

  /** A milestone that falls due at another time. */
  public record DueView(Wording milestone, Optional<Instant> before, Optional<Instant> after) {}
}
