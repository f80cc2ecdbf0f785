package org.zhili.resources.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.sheets.Cell;
import org.zhili.sheets.Column;
import org.zhili.sheets.Entry;
import org.zhili.sheets.Sheet;
import org.zhili.sheets.SheetWriter;
import org.zhili.sheets.Table;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/**
 * Sheets that are given back: the one that was brought with what is wrong in it, and empty ones.
 */
final class Sheets {
  private static final int WIDE = 60;
  private static final int USUAL = 20;

  private Sheets() {}

  /** What of a sheet was not looked at. */
  static List<Wording> notes(Draft<?> draft) {
    List<Wording> notes = new ArrayList<>();
    List<String> others = draft.columns().others();
    if (!others.isEmpty()) {
      notes.add(Defects.word("other-columns", String.join("、", others)));
    }
    if (!draft.sheet().hidden().isEmpty()) {
      notes.add(Defects.word("hidden-sheets", String.join("、", draft.sheet().hidden())));
    }
    return notes;
  }

  /** The sheet as it was brought, each row where it stood, with what is wrong before it. */
  static byte[] errors(Draft<?> draft, Language language) {
    Map<Integer, List<Flaw>> flaws =
        draft.flaws().stream().collect(Collectors.groupingBy(Flaw::row));
    Map<Field, Integer> places = new HashMap<>();
    draft.columns().fields().forEach((column, field) -> places.put(field, column));
    Sheet.Line head =
        draft.sheet().lines().stream()
            .filter(line -> line.number() == draft.columns().head())
            .findFirst()
            .orElseThrow();
    List<Column<Sheet.Line>> columns = new ArrayList<>();
    columns.add(new Column<>(Defects.word("errors"), WIDE, (line, in) -> told(line, flaws, in)));
    int width =
        draft.sheet().lines().stream().mapToInt(line -> line.entries().size()).max().orElse(0);
    for (int column = 0; column < width; column++) {
      int here = column;
      Set<Integer> marked = new HashSet<>();
      draft.flaws().stream()
          .filter(flaw -> flaw.field().map(places::get).filter(at -> at == here).isPresent())
          .forEach(flaw -> marked.add(flaw.row()));
      columns.add(
          new Column<>(
              Wording.same(head.at(here).shown()),
              USUAL,
              (line, in) -> {
                Cell cell = cell(line.at(here), draft.columns().fields().containsKey(here));
                return marked.contains(line.number()) ? new Cell.Marked(cell) : cell;
              }));
    }
    return written(
        new Table<>(Defects.word("errors-of"), columns),
        draft.sheet().lines().stream().filter(line -> line.number() > head.number()).toList(),
        language);
  }

  private static Cell told(Sheet.Line line, Map<Integer, List<Flaw>> flaws, Language language) {
    List<Flaw> of = flaws.getOrDefault(line.number(), List.of());
    return of.isEmpty()
        ? Cell.NONE
        : new Cell.Words(
            of.stream()
                .map(flaw -> Defects.line(flaw, language))
                .collect(Collectors.joining("\n")));
  }

  /** What could not be taken is not written as a text, which would be taken when it comes again. */
  private static Cell cell(Entry entry, boolean taken) {
    if (entry instanceof Entry.Amount amount) {
      return new Cell.Amount(amount.value());
    } else if (taken && !(entry instanceof Entry.Text)) {
      return new Cell.Words(Columns.NOTE);
    }
    return entry.shown().isEmpty() ? Cell.NONE : new Cell.Words(entry.shown());
  }

  /** A sheet with heads in both languages, and a row that explains them. */
  static byte[] template(Layout layout, Language language) {
    List<Column<Layout>> columns = new ArrayList<>();
    for (Field field : layout.fields()) {
      String mark = columns.isEmpty() ? Columns.NOTE + " " : "";
      Wording need = Defects.word(field.isNeeded() ? "needed" : "optional");
      columns.add(
          new Column<>(
              Wording.same(field.both()),
              Math.max(USUAL, field.both().length() * 2),
              (row, in) -> new Cell.Words(mark + need.in(in) + field.hint().in(in))));
    }
    return written(new Table<>(layout.name(), columns), List.of(layout), language);
  }

  private static <T> byte[] written(Table<T> table, List<T> rows, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter<T> sheet = new SheetWriter<>(out, table, language, ZoneId.of("UTC"));
    try {
      for (T row : rows) {
        Optional.of(row)
            .filter(Sheet.Line.class::isInstance)
            .map(Sheet.Line.class::cast)
            .ifPresent(line -> sheet.skipTo(line.number()));
        sheet.add(row);
      }
      sheet.about(Defects.word("about").in(language), Map.of());
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
