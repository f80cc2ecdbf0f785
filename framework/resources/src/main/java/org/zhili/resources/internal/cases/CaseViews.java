package org.zhili.resources.internal.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Report;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.Desk;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Wordings;
import org.zhili.resources.internal.cases.CaseDetail.MilestoneView;
import org.zhili.text.Wording;

/** Shows case files with the words people know. */
public final class CaseViews {
  private final CaseTypes types;
  private final MilestoneViews milestones;
  private final Desk desk;

  public CaseViews(CaseTypes types, MilestoneViews milestones, Desk desk) {
    this.types = types;
    this.milestones = milestones;
    this.desk = desk;
  }

  /** A row of a list. */
  public CaseHead head(CaseFile file) {
    CaseType type = types.of(file.type());
    Report report = file.report();
    Optional<MilestoneView> next = milestones.next(file, type);
    return new CaseHead(
        file.id().toString(),
        file.number(),
        file.version(),
        type.id(),
        type.name(),
        file.step(),
        type.step(file.step()).map(CaseType.Step::name).orElse(Wording.same(file.step())),
        file.state(),
        Wordings.of(file.state()),
        file.standing(),
        Wordings.standingOf(file),
        file.halted(),
        report.source(),
        report.subject(),
        report.condition(),
        report.area().value(),
        report.address(),
        report.position().map(PositionBody::of),
        report.summary(),
        report.severity(),
        report.reportedAt(),
        file.assignment().lead().map(UnitId::value),
        next.flatMap(MilestoneView::dueAt),
        next.map(MilestoneView::overdue).orElse(false));
  }

  /** Everything the viewer may know of a case. */
  public CaseDetail detail(CaseFile file, Viewer viewer) {
    CaseType type = types.of(file.type());
    Report report = file.report();
    return new CaseDetail(
        head(file),
        viewer.has(Role.OPERATOR) ? Optional.of(file.publicCode()) : Optional.empty(),
        file.filing(),
        file.filing().flatMap(type::filing).map(FilingCondition::name),
        report.device().map(DeviceId::value),
        report.asset().map(AssetId::value),
        report.owner().map(UnitId::value),
        report.evidence(),
        parties(file.assignment()),
        milestones.of(file, type),
        file.pauses(),
        file.counts(),
        file.rating(),
        file.mergedInto().map(CaseId::toString),
        file.closedAt(),
        desk.possible(file, Actor.of(viewer)).stream().sorted().toList());
  }

  private static CaseDetail.Parties parties(Assignment assignment) {
    return new CaseDetail.Parties(
        assignment.lead().map(UnitId::value),
        ids(assignment.assisting()),
        ids(assignment.supervising()),
        ids(assignment.notified()));
  }

  private static List<String> ids(Set<UnitId> units) {
    return units.stream().map(UnitId::value).sorted().toList();
  }
}
