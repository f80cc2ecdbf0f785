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
   * @param cases every case that counted, and what it was found to be; empty when the model does
   *     not tell case by case
   */
  record Graded(BigDecimal total, List<Line> lines, int sample, List<Counted> cases)
      implements Score {
    public Graded {
      lines = List.copyOf(lines);
      cases = List.copyOf(cases);
    }

    /** A grade by a model that does not tell case by case. */
    public Graded(BigDecimal total, List<Line> lines, int sample) {
      this(total, lines, sample, List.of());
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

  /** A case that counted, with a verdict for every criterion. */
  record Counted(CaseId id, String number, List<Verdict> verdicts) {
    public Counted {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** What a case was found to be by one criterion. */
  record Verdict(String criterion, Finding finding) {}

  /** Whether a case did what a criterion asks. */
  enum Finding {
    GOOD,
    /** It cost points. */
    BAD,
    /** The criterion asked nothing of it, or nobody knows. */
    NOT_ASKED
  }
}
