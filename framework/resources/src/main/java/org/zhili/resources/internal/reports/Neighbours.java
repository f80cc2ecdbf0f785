package org.zhili.resources.internal.reports;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.city.Area;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Fingerprint;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Wordings;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.Matter;
import org.zhili.text.Wording;

/** Finds open cases that may be what a resident is about to report. */
public final class Neighbours {
  private static final int PAGE = 200;
  private static final int PAGES = 5;
  private static final int SHOWN = 5;
  private static final int NAME = 32;
  private static final Set<Standing> OPEN =
      EnumSet.of(Standing.OPEN, Standing.RETURN_REQUESTED, Standing.SUSPENDED, Standing.PARKED);
  private static final Set<CaseState> UNDER_WAY =
      EnumSet.complementOf(EnumSet.of(CaseState.CLOSED));

  private final CaseLedger ledger;
  private final CityBooks books;

  public Neighbours(CaseLedger ledger, CityBooks books) {
    this.ledger = ledger;
    this.books = books;
  }

  /** Look among the newest cases of its kind in the area and those beside it. */
  List<NearbyView> of(ResidentReport report, Matter matter, AreaId area) {
    Place place = place(report, area);
    return found(place, matter, area).stream().map(file -> view(file, matter, place)).toList();
  }

  /** The one among them that a report says it is about, while it is still open. */
  Optional<CaseId> same(ResidentReport report, Matter matter, AreaId area) {
    return report
        .same()
        .flatMap(
            name ->
                found(place(report, area), matter, area).stream()
                    .map(CaseFile::id)
                    .filter(id -> name(id).equals(name))
                    .findFirst());
  }

  /** A name that tells nothing, and is understood only beside a report of the same nearby. */
  private static String name(CaseId id) {
    return Fingerprint.of(new Named(id.toString())).substring(0, NAME);
  }

  private record Named(String id) {}

  private static Place place(ResidentReport report, AreaId area) {
    return Place.of(report.address(), area, report.position().map(PositionBody::position));
  }

  private List<CaseFile> found(Place place, Matter matter, AreaId area) {
    List<AreaId> around = books.around(area);
    Set<AreaId> areas = books.within(Set.of(around.get(Math.min(1, around.size() - 1))));
    return ledger
        .transactions()
        .read(
            () -> subjects(matter).flatMap(subject -> some(subject, areas, matter, place)).toList())
        .stream()
        .sorted(Comparator.comparing(CaseFile::number).reversed())
        .limit(SHOWN)
        .toList();
  }

  /** What it is about, and what else the city files alike, such as water over a manhole. */
  private Stream<String> subjects(Matter matter) {
    Stream<String> alike =
        books.rules().alerts().stream()
            .filter(alert -> alert.opens().filter(matter.opens()::equals).isPresent())
            .map(AlertPolicy::subject);
    return Stream.concat(Stream.of(matter.subject()), alike).distinct();
  }

  /** As many as are shown; a subject that is reported much is looked through page by page. */
  private Stream<CaseFile> some(String subject, Set<AreaId> areas, Matter matter, Place place) {
    return Stream.iterate(
            page(subject, areas, Optional.empty()), page -> next(page, subject, areas))
        .limit(PAGES)
        .flatMap(List::stream)
        .filter(file -> isAbout(file, matter) && place(file).near(place))
        .limit(SHOWN);
  }

  private List<CaseFile> next(List<CaseFile> page, String subject, Set<AreaId> areas) {
    return page.size() < PAGE
        ? List.of()
        : page(subject, areas, Optional.of(page.get(PAGE - 1).number()));
  }

  private List<CaseFile> page(String subject, Set<AreaId> areas, Optional<String> after) {
    return ledger
        .cases()
        .list(
            new CaseStore.Query(
                UNDER_WAY, OPEN, areas, Set.of(), Optional.of(subject), after, PAGE));
  }

  /** The same thing, or whatever the city files under the same condition. */
  private static boolean isAbout(CaseFile file, Matter matter) {
    Report told = file.report();
    boolean sameThing =
        told.subject().equals(matter.subject()) && told.condition().equals(matter.condition());
    boolean sameFiling =
        file.type().id().equals(matter.opens().caseType())
            && file.filing().isPresent()
            && file.filing().equals(matter.opens().filing());
    return sameThing || sameFiling;
  }

  private static Place place(CaseFile file) {
    Report told = file.report();
    return Place.of(told.address(), told.area(), told.position());
  }

  private NearbyView view(CaseFile file, Matter asked, Place from) {
    return new NearbyView(
        name(file.id()),
        called(file.report(), asked),
        areaName(file.report().area()),
        Wordings.of(file.state()),
        file.report().reportedAt().truncatedTo(ChronoUnit.HOURS),
        place(file).metres(from));
  }

  /** What residents call it; what they cannot report themselves is called as what it is like. */
  private Wording called(Report told, Matter asked) {
    return books.rules().matters().stream()
        .filter(one -> one.subject().equals(told.subject()))
        .filter(one -> one.condition().equals(told.condition()))
        .findFirst()
        .orElse(asked)
        .name();
  }

  private Wording areaName(AreaId id) {
    return books.areas().stream()
        .filter(area -> area.id().equals(id))
        .findFirst()
        .map(Area::name)
        .orElseGet(() -> Wording.same(id.value()));
  }
}
