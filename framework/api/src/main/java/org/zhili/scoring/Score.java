package org.zhili.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.zhili.id.CaseId;
import org.zhili.text.Text;

/** A grade, or the reason why there is none. */
public sealed interface Score {
  /**
   * Graded.
   *
   * @param total the sum of the lines
   * @param sample how many cases counted
   */
  record Graded(BigDecimal total, List<Line> lines, int sample) implements Score {
    public Graded {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Too little to go on: a unit with three cases is not ranked against one with three hundred.
   *
   * @param sample how many cases counted
   */
  record Ungraded(Text why, int sample) implements Score {}

  /**
   * One line of the breakdown.
   *
   * @param evidence the cases that cost points
   */
  record Line(String criterion, BigDecimal points, Text why, List<CaseId> evidence) {
    public Line {
      evidence = List.copyOf(evidence);
    }
  }
}
