package org.zhili.resources.internal.editions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.zhili.casework.CaseType;
import org.zhili.casework.Milestone;
import org.zhili.city.Unit;
import org.zhili.core.calendar.WorkingCalendar;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.city.CityBooks;
import org.zhili.core.city.DispatchCatalogue;
import org.zhili.core.edition.Clocks;
import org.zhili.core.edition.Comparison;
import org.zhili.core.edition.Content;
import org.zhili.core.edition.Findings;
import org.zhili.core.edition.Findings.Finding;
import org.zhili.core.edition.Hindsight;
import org.zhili.core.town.Town;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Trouble;
import org.zhili.rules.CityRules;
import org.zhili.text.Wording;

/** Works out previews, one at a time on each node, since each goes through many cases. */
public final class Previews {
  private static final int MOST_DAYS = 92;
  private static final int MOST_YEARS = 10;
  private static final int SAMPLES = 50;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Town town;
  private final Hindsight hindsight;
  private final Semaphore free;

  public Previews(Town town) {
    this(town, new Semaphore(1));
  }

  /** With these turns. */
  Previews(Town town, Semaphore free) {
    this.town = town;
    this.free = free;
    this.hindsight =
        new Hindsight(town.stores().transactions(), town.stores().cases(), System::nanoTime);
  }

  PreviewView of(Content draft, PreviewBody wanted) {
    LocalDate today = town.editions().today();
    near("from", wanted.from(), today);
    near("to", wanted.to(), today);
    near("holds", wanted.holds(), today);
    LocalDate from = wanted.from().orElse(today.minusMonths(1).withDayOfMonth(1));
    LocalDate to = wanted.to().orElse(from.plusMonths(1).minusDays(1));
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw Trouble.TOO_LONG_AGO.at("from", Integer.toString(MOST_DAYS));
    }
    wanted
        .cases()
        .filter(type -> town.types().current(type).isEmpty())
        .ifPresent(
            type -> {
              throw Trouble.NO_PART.at("cases", type);
            });
    if (!free.tryAcquire()) {
      throw Trouble.PREVIEW_TAKEN.retryAfter(SOON);
    }
    try {
      ZoneId zone = town.books().rules().zone();
      Findings findings =
          hindsight
              .look(
                  comparison(draft, wanted, today),
                  from.atStartOfDay(zone).toInstant(),
                  to.plusDays(1).atStartOfDay(zone).toInstant(),
                  SAMPLES)
              .orElseThrow(
                  () -> Trouble.TOO_MANY_CASES.problem(Integer.toString(Hindsight.MOST_CASES)));
      return view(from, to, findings, draft);
    } finally {
      free.release();
    }
  }

  /** A year that was mistyped is told, and not reckoned with. */
  static void near(String field, Optional<LocalDate> day, LocalDate today) {
    day.filter(
            one ->
                one.isBefore(today.minusYears(MOST_YEARS))
                    || one.isAfter(today.plusYears(MOST_YEARS)))
        .ifPresent(
            one -> {
              throw Trouble.DAY_FAR_OFF.at(field, one.toString(), Integer.toString(MOST_YEARS));
            });
  }

  private Comparison comparison(Content draft, PreviewBody wanted, LocalDate today) {
    CityBooks books = town.books();
    CityRules rules = books.rules();
    Instant now = town.clock().instant();
    Clocks clocks = new Clocks(books.calendar(), rules.zone(), now);
    if (draft instanceof Content.Days calendar) {
      WorkingCalendar other = new WorkingCalendar(calendar.days(), rules.hours(), rules.zone());
      return Comparison.ofCalendars(books.calendar(), other, now);
    } else if (draft instanceof Content.Rows catalogue) {
      return Comparison.ofCatalogues(
          new DispatchCatalogue(rules.catalogue(), books::around),
          new DispatchCatalogue(catalogue.rows(), books::around),
          books::duty,
          wanted.holds().orElse(today),
          clocks);
    }
    CaseType type = ((Content.Type) draft).type();
    CaseReplay replay = new CaseReplay(town.engine(), version -> type);
    String cases = wanted.cases().orElse(type.id());
    return Comparison.ofTypes(type, cases, replay, town.stores().traces(), clocks);
  }

  private PreviewView view(LocalDate from, LocalDate to, Findings findings, Content draft) {
    return new PreviewView(
        from,
        to,
        findings.all(),
        findings.byType().stream()
            .map(of -> new PreviewView.TypeView(of.type(), typeName(of.type()), of.sums()))
            .toList(),
        findings.samples().stream().map(finding -> sample(finding, draft)).toList());
  }

  private Wording typeName(String type) {
    return town.types().current(type).map(CaseType::name).orElse(Wording.same(type));
  }

  private PreviewView.SampleView sample(Finding finding, Content draft) {
    CaseType type = town.types().of(finding.file().type());
    return new PreviewView.SampleView(
        finding.file().id().toString(),
        finding.file().number(),
        type.name(),
        finding.file().report().area().value(),
        finding.file().report().reportedAt(),
        finding.dues().stream()
            .map(
                due ->
                    new PreviewView.DueView(
                        milestone(due.milestone(), type, draft), due.before(), due.after()))
            .toList(),
        finding.overdueBefore(),
        finding.overdueAfter(),
        unit(finding.leadBefore()),
        unit(finding.leadAfter()),
        finding.turn());
  }

  private Optional<Wording> unit(Optional<UnitId> id) {
    return id.map(
        unit -> town.books().unit(unit).map(Unit::name).orElse(Wording.same(unit.value())));
  }

  /** One that only the draft has is called as the draft calls it. */
  private static Wording milestone(String id, CaseType type, Content draft) {
    Stream<CaseType> known =
        draft instanceof Content.Type other ? Stream.of(type, other.type()) : Stream.of(type);
    List<Milestone> all =
        known.flatMap(t -> t.filings().stream()).flatMap(f -> f.milestones().stream()).toList();
    return all.stream()
        .filter(milestone -> milestone.id().equals(id))
        .map(Milestone::name)
        .findFirst()
        .orElse(Wording.same(id));
  }
}
