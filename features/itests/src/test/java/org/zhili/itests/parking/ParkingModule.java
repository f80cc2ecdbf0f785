package org.zhili.itests.parking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Guard;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Brings cases that are to be taken on within a day of their report. */
@Component(service = GovernanceModule.class)
public final class ParkingModule implements GovernanceModule {
  private final CaseType complaints =
      new CaseType(
          "parking.complaint",
          1,
          new Wording("违停投诉", "Parking complaint"),
          List.of(
              step("reported", "上报", CaseState.REPORTED),
              step("accepted", "受理", CaseState.ACCEPTED),
              step("closed", "结案", CaseState.CLOSED)),
          List.of(
              passage("reported", "accept", "accepted"), passage("accepted", "close", "closed")),
          List.of(new FilingCondition("usual", Wording.same("usual"), List.of(takenOn()))),
          List.of(),
          new Limit(10, LimitUnit.DAY));

  @Override
  public ModuleInfo info() {
    return new ModuleInfo("parking", Text.of("parking"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    return List.of(new Contribution.Cases(complaints));
  }

  private static Milestone takenOn() {
    return new Milestone(
        "taken-on",
        Wording.same("taken on"),
        "reported",
        Optional.of("accepted"),
        new Limit(24, LimitUnit.HOUR),
        Set.of());
  }

  private static CaseType.Step step(String id, String zh, CaseState shownAs) {
    return new CaseType.Step(id, new Wording(zh, id), shownAs);
  }

  private static Passage passage(String from, String action, String to) {
    return new Passage(from, action, to, Set.of("operator"), Set.<Guard>of(), Set.of());
  }
}
