package org.zhili.casework;

import java.util.List;
import org.zhili.text.Wording;

/**
 * A condition under which a case is filed (立案条件). The condition picks the milestones, not the type:
 * a missing cover has two hours, a rattling one two days.
 */
public record FilingCondition(String id, Wording name, List<Milestone> milestones) {
  public FilingCondition {
    milestones = List.copyOf(milestones);
  }
}
