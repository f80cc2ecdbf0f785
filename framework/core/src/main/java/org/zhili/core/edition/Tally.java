package org.zhili.core.edition;

import org.zhili.core.edition.Findings.Finding;
import org.zhili.core.edition.Findings.Sums;
import org.zhili.core.edition.Findings.Turn;

/** Counts findings. For one thread. */
final class Tally {
  private long cases;
  private long different;
  private long due;
  private long overdueBefore;
  private long overdueAfter;
  private long lead;
  private long gone;
  private long renamed;
  private long blocked;
  private long unknown;

  void add(Finding finding) {
    cases++;
    different += one(finding.different());
    due += one(!finding.dues().isEmpty());
    overdueBefore += one(finding.overdueBefore());
    overdueAfter += one(finding.overdueAfter());
    lead += one(!finding.leadBefore().equals(finding.leadAfter()));
    gone += one(finding.turn() == Turn.GONE);
    renamed += one(finding.turn() == Turn.RENAMED);
    blocked += one(finding.turn() == Turn.BLOCKED);
    unknown += one(finding.turn() == Turn.UNKNOWN);
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }

  Sums sums() {
    return new Sums(
        cases, different, due, overdueBefore, overdueAfter, lead, gone, renamed, blocked, unknown);
  }
}
