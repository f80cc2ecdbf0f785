package org.zhili.core.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.Report;
import org.zhili.core.calendar.WorkingCalendar;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.city.DispatchCatalogue;
import org.zhili.core.edition.Findings.Finding;
import org.zhili.core.edition.Findings.Turn;
import org.zhili.core.trace.TraceStore;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.dispatch.Duty;
import org.zhili.id.UnitId;

/** What a draft would have made of one case. It joins the transaction of its caller. */
@FunctionalInterface
public interface Comparison {
  /** Compare; empty for a case the draft has nothing to say about. */
  Optional<Finding> of(CaseFile file);

  /** By another calendar: the same budgets, other due times. */
  static Comparison ofCalendars(WorkingCalendar before, WorkingCalendar after, Instant now) {
    return file -> {
      Outlook was = Outlook.of(file, before, now);
      return Optional.of(finding(file, was, Outlook.of(file, after, now)));
    };
  }

  /**
   * By another catalogue: the same reports, other rows. Both are asked on the same day, so that a
   * row that came or went since a case was reported makes no difference.
   *
   * @param duty what the books say about a report besides its row
   * @param day the draft is to be in force from
   */
  static Comparison ofCatalogues(
      DispatchCatalogue before,
      DispatchCatalogue after,
      Function<Report, Duty> duty,
      LocalDate day,
      Clocks clocks) {
    return file -> {
      Duty books = duty.apply(file.report());
      Optional<CatalogueRow> was = before.row(file.report(), day);
      Optional<CatalogueRow> is = after.row(file.report(), day);
      boolean overdue = Outlook.of(file, clocks.calendar(), clocks.now()).overdue();
      Optional<UnitId> leads = lead(books, was);
      Optional<UnitId> would = lead(books, is);
      Turn turn =
          leads.isPresent() && would.isEmpty()
              ? Turn.GONE
              : sameLeadElsewhere(was, is) ? Turn.RENAMED : Turn.NONE;
      Optional<UnitId> shown = turn == Turn.GONE ? leads : would;
      return Optional.of(new Finding(file, List.of(), overdue, overdue, leads, shown, turn));
    };
  }

  /** The owner of the asset, the row, the territorial body: in the order cases are dispatched. */
  private static Optional<UnitId> lead(Duty duty, Optional<CatalogueRow> row) {
    return duty.owner().or(() -> row.map(CatalogueRow::lead)).or(duty::territorial);
  }

  private static boolean sameLeadElsewhere(Optional<CatalogueRow> was, Optional<CatalogueRow> is) {
    return was.isPresent()
        && is.isPresent()
        && was.get().lead().equals(is.get().lead())
        && !was.get().id().equals(is.get().id());
  }

  /**
   * By another edition of a case type: what people did, done again under it.
   *
   * @param cases the type whose cases are looked at; of another one where the draft is new
   */
  static Comparison ofTypes(
      CaseType draft, String cases, CaseReplay replay, TraceStore traces, Clocks clocks) {
    return file -> {
      if (!file.type().id().equals(cases)) {
        return Optional.empty();
      }
      Outlook was = Outlook.of(file, clocks.calendar(), clocks.now());
      if (file.filing().filter(filing -> draft.filing(filing).isEmpty()).isPresent()) {
        return Optional.of(finding(file, was, was, Turn.GONE));
      }
      try {
        CaseFile again = replay.replay(traces.of(file.id()));
        return Optional.of(finding(file, was, Outlook.of(again, clocks.calendar(), clocks.now())));
      } catch (YearUnknown e) {
        return Optional.of(finding(file, was, was, Turn.UNKNOWN));
      } catch (IllegalArgumentException wayIsClosed) {
        return Optional.of(finding(file, was, was, Turn.BLOCKED));
      }
    };
  }

  private static Finding finding(CaseFile file, Outlook was, Outlook is) {
    return finding(file, was, is, is.unknown() && !was.unknown() ? Turn.UNKNOWN : Turn.NONE);
  }

  private static Finding finding(CaseFile file, Outlook was, Outlook is, Turn turn) {
    Optional<UnitId> lead = file.assignment().lead();
    return new Finding(file, was.until(is), was.overdue(), is.overdue(), lead, lead, turn);
  }
}
