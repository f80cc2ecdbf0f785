package org.zhili.core.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseType.Step;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.text.Text;

/** Whether a case type holds together: its passages and milestones lead to steps it has. */
final class CaseTypeCheck {
  private final CaseType type;
  private final Set<String> steps = new HashSet<>();
  private final List<Text> faults = new ArrayList<>();

  private CaseTypeCheck(CaseType type) {
    this.type = type;
  }

  static List<Text> faults(CaseType type) {
    CaseTypeCheck check = new CaseTypeCheck(type);
    check.steps();
    check.passages();
    check.filings();
    return List.copyOf(check.faults);
  }

  private void steps() {
    for (Step step : type.steps()) {
      if (!steps.add(step.id())) {
        faults.add(Text.of("plugin.step-twice", type.id(), step.id()));
      }
    }
    List<Step> all = type.steps();
    if (all.isEmpty()
        || all.get(0).shownAs() != CaseState.REPORTED
        || all.get(all.size() - 1).shownAs() != CaseState.CLOSED) {
      faults.add(Text.of("plugin.ends-wrong", type.id()));
    }
  }

  private void passages() {
    for (Passage passage : type.passages()) {
      known(passage.from(), passage.action());
      known(passage.to(), passage.action());
    }
  }

  private void filings() {
    Set<String> filings = new HashSet<>();
    for (FilingCondition filing : type.filings()) {
      if (!filings.add(filing.id())) {
        faults.add(Text.of("plugin.filing-twice", type.id(), filing.id()));
      }
      for (Milestone milestone : filing.milestones()) {
        known(milestone.from(), milestone.id());
        milestone.until().ifPresent(until -> known(until, milestone.id()));
      }
    }
  }

  private void known(String step, String namedBy) {
    if (!steps.contains(step)) {
      faults.add(Text.of("plugin.step-unknown", type.id(), step, namedBy));
    }
  }
}
