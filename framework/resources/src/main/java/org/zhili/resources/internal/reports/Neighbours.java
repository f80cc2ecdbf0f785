package org.zhili.resources.internal.reports;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Wordings;
import org.zhili.rules.Matter;

/** Finds open cases that may be what a resident is about to report. */
public final class Neighbours {
  private static final int LOOKED_AT = 200;
  private static final int SHOWN = 5;
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

  /** Look among the newest cases in the area and those beside it. */
  List<NearbyView> of(ResidentReport report, Matter matter, AreaId area) {
    Place place = Place.of(report.address(), report.position().map(PositionBody::position));
    List<AreaId> around = books.around(area);
    Set<AreaId> areas = books.within(Set.of(around.get(Math.min(1, around.size() - 1))));
    CaseStore.Query query =
        new CaseStore.Query(
            UNDER_WAY,
            OPEN,
            areas,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            LOOKED_AT);
    return ledger.transactions().read(() -> ledger.cases().list(query)).stream()
        .filter(file -> isAbout(file, matter) && place(file).near(place))
        .limit(SHOWN)
        .map(file -> view(file, place))
        .toList();
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
    return Place.of(file.report().address(), file.report().position());
  }

  private static NearbyView view(CaseFile file, Place from) {
    return new NearbyView(
        Wordings.of(file.state()), file.report().reportedAt(), place(file).metres(from));
  }
}
