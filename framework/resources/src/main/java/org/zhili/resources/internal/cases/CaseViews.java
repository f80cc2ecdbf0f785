package org.zhili.resources.internal.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Report;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.casework.Desk;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Wordings;
import org.zhili.resources.internal.cases.CaseDetail.MilestoneView;
import org.zhili.text.Personal;
import org.zhili.text.Wording;

/** Shows case files with the words people know. */
public final class CaseViews {
  private final CaseTypes types;
  private final MilestoneViews milestones;
  private final Desk desk;
  private final CaseWords words;

  public CaseViews(CaseTypes types, MilestoneViews milestones, Desk desk, CaseWords words) {
    this.types = types;
    this.milestones = milestones;
    this.desk = desk;
    this.words = words;
  }

  /** What the matter is, in few words: why it is filed, or its type. */
  Wording what(CaseFile file) {
    return what(types.of(file.type()), file.filing());
  }

  private static Wording what(CaseType type, Optional<String> filing) {
    return filing.flatMap(type::filing).map(FilingCondition::name).orElse(type.name());
  }

  /** The same of a type as it is now. */
  Wording what(String type, Optional<String> filing) {
    return types
        .current(type)
        .map(current -> what(current, filing))
        .orElseGet(() -> Wording.same(type));
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
        what(type, file.filing()),
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
        Personal.masked(report.address()),
        report.position().map(PositionBody::of),
        Personal.masked(report.summary()),
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
    List<String> possible = desk.possible(file, Actor.of(viewer)).stream().sorted().toList();
    return new CaseDetail(
        head(file),
        viewer.has(Role.OPERATOR) ? Optional.of(file.publicCode()) : Optional.empty(),
        file.filing(),
        file.filing().flatMap(type::filing).map(FilingCondition::name),
        report.device().map(DeviceId::value),
        report.asset().map(AssetId::value),
        report.owner().map(UnitId::value),
        report.evidence().stream().map(Covered::evidence).toList(),
        parties(file.assignment()),
        milestones.of(file, type),
        file.pauses().stream().map(Covered::pause).toList(),
        file.counts(),
        file.rating().map(Covered::rating),
        file.mergedInto().map(CaseId::toString),
        file.closedAt(),
        possible,
        possible.stream().map(action -> offer(action, file, type)).toList(),
        Covered.isPartly(file));
  }

  private CaseDetail.Offer offer(String action, CaseFile file, CaseType type) {
    return new CaseDetail.Offer(
        action,
        words.action(action),
        CaseDetail.Kind.of(
            type.passages().stream()
                .filter(passage -> passage.from().equals(file.step()))
                .filter(passage -> passage.action().equals(action))
                .flatMap(passage -> passage.evidence().stream())
                .collect(Collectors.toSet()),
            words));
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
