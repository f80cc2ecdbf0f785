package org.zhili.citypack.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.access.Role;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.Matter;
import org.zhili.rules.ValidRange;

/** The rules of a city that come as tables. */
record Policies(
    List<CalendarDay> calendar,
    List<CatalogueRow> catalogue,
    List<AlertPolicy> alerts,
    List<ValidRange> ranges,
    List<Matter> matters) {
  static final Table.Columns CALENDAR =
      new Table.Columns(List.of("date", "kind", "name", "source"), List.of());
  static final Table.Columns CATALOGUE =
      new Table.Columns(
          List.of("id", "subject", "lead", "from"),
          List.of("condition", "area", "assisting", "supervising", "until", "source"));
  static final Table.Columns ALERTS =
      new Table.Columns(
          List.of("subject", "condition"),
          List.of(
              "case_type",
              "filing",
              "raise_after",
              "clear_after",
              "quiet_after_clear",
              "silent_after"));
  static final Table.Columns RANGES =
      new Table.Columns(List.of("metric", "minimum", "maximum"), List.of("source"));

  static final Table.Columns MATTERS =
      new Table.Columns(
          List.of("id", "name_zh", "name_en", "case_type", "subject", "condition"),
          List.of("filing"));

  private static final Form<CalendarDay.Kind> KIND =
      Form.oneOf(
          Map.of(
              "holiday", CalendarDay.Kind.HOLIDAY,
              "make-up-workday", CalendarDay.Kind.MAKE_UP_WORKDAY));
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Form<Integer> TIMES = Form.whole(1, 1000);

  static List<CalendarDay> calendar(Table table) {
    table.ids("date");
    return table.rows().stream()
        .map(
            row ->
                new CalendarDay(
                    row.value("date", Form.DATE),
                    row.value("kind", KIND),
                    row.value("name", Form.TEXT),
                    row.value("source", Form.TEXT)))
        .toList();
  }

  static List<CatalogueRow> catalogue(Table table, Form<AreaId> area, Form<UnitId> unit) {
    table.ids("id");
    List<CatalogueRow> catalogue = new ArrayList<>();
    for (Row row : table.rows()) {
      CatalogueRow read =
          new CatalogueRow(
              row.value("id", Form.CODE),
              row.value("subject", Form.CODE),
              row.optional("condition", Form.CONDITION),
              row.optional("area", area),
              row.value("lead", unit),
              row.set("assisting", unit),
              row.set("supervising", unit),
              row.value("from", Form.DATE),
              row.optional("until", Form.DATE),
              row.optional("source", Form.TEXT));
      if (row.sound()) {
        period(row, read, catalogue);
        catalogue.add(read);
      }
    }
    return catalogue;
  }

  private static void period(Row row, CatalogueRow read, List<CatalogueRow> earlier) {
    Optional<LocalDate> until = read.until();
    if (until.isPresent() && !until.get().isAfter(read.from())) {
      row.fault("until", Problem.PERIOD_ENDS_EARLY, read.from().toString(), until.get().toString());
      return;
    }
    earlier.stream()
        .filter(other -> other.subject().equals(read.subject()) && other.area().equals(read.area()))
        .filter(other -> other.condition().equals(read.condition()))
        .filter(other -> beginsBeforeEndOf(other, read) && beginsBeforeEndOf(read, other))
        .forEach(other -> row.fault("from", Problem.CATALOGUE_OVERLAP, other.id()));
  }

  private static boolean beginsBeforeEndOf(CatalogueRow row, CatalogueRow other) {
    return other.until().map(row.from()::isBefore).orElse(true);
  }

  /**
   * @param types those case types the pack brings, by id
   */
  static List<AlertPolicy> alerts(Table table, Map<String, CaseType> types) {
    Set<List<String>> seen = new HashSet<>();
    return table.rows().stream()
        .map(
            row -> {
              AlertPolicy read =
                  new AlertPolicy(
                      row.value("subject", Form.CODE),
                      row.value("condition", Form.CONDITION),
                      opens(row, types),
                      damping(row),
                      silentAfter(row));
              if (row.sound() && !seen.add(List.of(read.subject(), read.condition()))) {
                row.fault(
                    "condition",
                    Problem.ID_TWICE,
                    "subject, condition",
                    read.subject() + ", " + read.condition());
              }
              return read;
            })
        .toList();
  }

  private static Optional<AlertPolicy.Opens> opens(Row row, Map<String, CaseType> types) {
    Optional<String> type = row.optional("case_type", Form.TYPE_ID);
    Optional<CaseType> known = type.map(types::get);
    Optional<String> filing = filing(row, known);
    if (filing.isPresent() && type.isEmpty()) {
      row.fault("filing", Problem.FILING_WITHOUT_TYPE);
    }
    if (filing.isPresent() && known.filter(own -> !acceptedBySystem(own)).isPresent()) {
      row.fault("filing", Problem.FILING_NOT_BY_SYSTEM, known.get().id());
    }
    return type.map(id -> new AlertPolicy.Opens(id, filing));
  }

  /** The filing condition of a row; of a type the pack brings, it must be one the type has. */
  private static Optional<String> filing(Row row, Optional<CaseType> known) {
    return row.optional(
        "filing",
        known
            .map(own -> Form.NAME.listedIn(new Form.Known(filings(own), own.id())))
            .orElse(Form.NAME));
  }

  private static Set<String> filings(CaseType type) {
    return type.filings().stream().map(FilingCondition::id).collect(Collectors.toSet());
  }

  /** What is filed by rule is accepted by the town itself. */
  private static boolean acceptedBySystem(CaseType type) {
    return type.passages().stream()
        .filter(passage -> passage.from().equals(type.steps().get(0).id()))
        .filter(passage -> passage.action().equals("accept") && passage.evidence().isEmpty())
        .anyMatch(passage -> passage.roles().contains(Role.SYSTEM));
  }

  private static AlertPolicy.Damping damping(Row row) {
    return new AlertPolicy.Damping(
        row.optional("raise_after", TIMES).orElse(1),
        row.optional("clear_after", TIMES).orElse(1),
        row.optional("quiet_after_clear", Form.DURATION).orElse(Duration.ZERO));
  }

  private static Optional<Duration> silentAfter(Row row) {
    Optional<Duration> quiet = row.optional("silent_after", Form.DURATION);
    boolean ofSilence = row.word("condition").filter("offline"::equals).isPresent();
    boolean bounded =
        quiet
            .filter(time -> time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0)
            .isPresent();
    if (row.sound() && quiet.isPresent() && (!bounded || !ofSilence)) {
      row.fault("silent_after", Problem.SILENT_AFTER_WRONG);
    }
    return quiet;
  }

  static List<ValidRange> ranges(Table table) {
    table.ids("metric");
    return table.rows().stream()
        .map(
            row -> {
              ValidRange range =
                  new ValidRange(
                      row.value("metric", Form.CODE),
                      row.value("minimum", Form.NUMBER),
                      row.value("maximum", Form.NUMBER));
              if (row.sound() && range.minimum() > range.maximum()) {
                row.fault(
                    "maximum",
                    Problem.RANGE_REVERSED,
                    Double.toString(range.minimum()),
                    Double.toString(range.maximum()));
              }
              return range;
            })
        .toList();
  }

  /**
   * @param types those case types the pack brings, by id
   */
  static List<Matter> matters(Table table, Map<String, CaseType> types) {
    table.ids("id");
    return table.rows().stream()
        .map(
            row -> {
              String type = row.value("case_type", Form.TYPE_ID);
              return new Matter(
                  row.value("id", Form.CODE),
                  row.name(),
                  new AlertPolicy.Opens(type, filing(row, Optional.ofNullable(types.get(type)))),
                  row.value("subject", Form.CODE),
                  row.value("condition", Form.CONDITION));
            })
        .toList();
  }
}
