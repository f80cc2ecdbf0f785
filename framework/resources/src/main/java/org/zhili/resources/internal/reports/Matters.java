package org.zhili.resources.internal.reports;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.access.Role;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseType;
import org.zhili.casework.NewCase;
import org.zhili.casework.Passage;
import org.zhili.casework.Report;
import org.zhili.city.Area;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Trouble;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.Matter;
import org.zhili.text.Wording;

/** Reads what residents report, and holds it against what the city lets them. */
public final class Matters {
  private static final String RESIDENT = "resident";

  private static final String SELF_HANDLE = "self-handle";

  /** Reported for somebody else (代报). */
  private static final String PROXY = "resident-proxy";

  private final CityBooks books;
  private final CaseTypes types;
  private final InstantSource clock;

  public Matters(CityBooks books, CaseTypes types, InstantSource clock) {
    this.books = books;
    this.types = types;
    this.clock = clock;
  }

  /** What can be reported now: matters whose module is away are not among it. */
  List<Matter> offered() {
    return books.rules().matters().stream().filter(this::opens).toList();
  }

  private boolean opens(Matter matter) {
    AlertPolicy.Opens wanted = matter.opens();
    return types
        .current(wanted.caseType())
        .filter(type -> wanted.filing().map(f -> type.filing(f).isPresent()).orElse(true))
        .isPresent();
  }

  /** Whether a grid worker may finish such a case the moment it is reported (自行处置). */
  boolean selfHandled(Matter matter) {
    return types.current(matter.opens().caseType()).stream()
        .flatMap(type -> type.passages().stream().filter(p -> isFirst(type, p)))
        .anyMatch(p -> p.action().equals(SELF_HANDLE) && p.roles().contains(Role.GRID_WORKER));
  }

  private static boolean isFirst(CaseType type, Passage passage) {
    return passage.from().equals(type.steps().get(0).id());
  }

  Matter matter(ResidentReport report) {
    return offered().stream()
        .filter(matter -> matter.id().equals(report.matter()))
        .findFirst()
        .orElseThrow(() -> Trouble.UNKNOWN_MATTER.at("matter", report.matter()));
  }

  AreaId area(ResidentReport report) {
    AreaId area = Form.id("area", report.area(), AreaId::new);
    return books.areas().stream()
        .map(Area::id)
        .filter(area::equals)
        .findFirst()
        .orElseThrow(() -> Trouble.UNKNOWN_AREA.at("area", report.area()));
  }

  /** The case of a report; it never joins another, whose code its reporter must not get. */
  NewCase newCase(ResidentReport report) {
    Matter matter = matter(report);
    Report told =
        new Report(
            "report " + UUID.randomUUID(),
            report.forAnother().orElse(false) ? PROXY : RESIDENT,
            matter.subject(),
            matter.condition(),
            area(report),
            report.address(),
            report.position().map(PositionBody::position),
            Wording.same(report.summary()),
            Severity.MINOR,
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new NewCase(matter.opens().caseType(), matter.opens().filing(), told);
  }
}
