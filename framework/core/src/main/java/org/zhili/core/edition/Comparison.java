package org.zhili.core.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.core.calendar.WorkingCalendar;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.city.DispatchCatalogue;
import org.zhili.core.edition.Findings.Finding;
import org.zhili.core.edition.Findings.Turn;
import org.zhili.core.trace.TraceStore;
import org.zhili.dispatch.CatalogueRow;
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
   * By another catalogue: the same reports, other rows.
   *
   * @param day on which the rows of the draft are asked, since a new row may begin only then
   */
  static Comparison ofCatalogues(
      DispatchCatalogue before, DispatchCatalogue after, LocalDate day, Clocks clocks) {
    return file -> {
      LocalDate reported = LocalDate.ofInstant(file.report().reportedAt(), clocks.zone());
      Optional<CatalogueRow> was = before.row(file.report(), reported);
      Optional<CatalogueRow> is = after.row(file.report(), day);
      Outlook dues = Outlook.of(file, clocks.calendar(), clocks.now());
      Turn turn =
          was.isPresent() && is.isEmpty()
              ? Turn.GONE
              : sameLeadElsewhere(was, is) ? Turn.RENAMED : Turn.NONE;
      Optional<UnitId> leads = was.map(CatalogueRow::lead);
      Optional<UnitId> would = turn == Turn.GONE ? leads : is.map(CatalogueRow::lead);
      boolean overdue = dues.overdue();
      return Optional.of(new Finding(file, List.of(), overdue, overdue, leads, would, turn));
    };
  }

  private static boolean sameLeadElsewhere(Optional<CatalogueRow> was, Optional<CatalogueRow> is) {
    return was.isPresent()
        && is.isPresent()
        && was.get().lead().equals(is.get().lead())
        && !was.get().id().equals(is.get().id());
  }

  /** By another edition of a case type: what people did, done again under it. */
  static Comparison ofTypes(CaseType draft, CaseReplay replay, TraceStore traces, Clocks clocks) {
    return file -> {
      if (!file.type().id().equals(draft.id())) {
        return Optional.empty();
      }
      Outlook was = Outlook.of(file, clocks.calendar(), clocks.now());
      if (file.filing().filter(filing -> draft.filing(filing).isEmpty()).isPresent()) {
        return Optional.of(finding(file, was, was, Turn.GONE));
      }
      try {
        CaseFile again = replay.replay(traces.of(file.id()));
        return Optional.of(finding(file, was, Outlook.of(again, clocks.calendar(), clocks.now())));
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
