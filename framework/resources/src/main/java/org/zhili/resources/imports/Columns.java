package org.zhili.resources.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.resources.internal.Trouble;
import org.zhili.sheets.Entry;
import org.zhili.sheets.Sheet;
import org.zhili.text.Wording;

/**
 * Which column of a sheet is which field, as its heads say.
 *
 * @param head the row of heads
 * @param fields by column, counted from zero
 * @param others heads of columns that are not taken
 */
record Columns(int head, Map<Integer, Field> fields, List<String> others) {
  /** Above the heads there may be a title. */
  private static final int HIGHEST = 10;

  /** What we wrote ourselves begins so: the row that explains a form, and cells to be filled in. */
  static final String NOTE = "※";

  static Columns of(Sheet sheet, Layout layout) {
    return sheet.lines().stream()
        .limit(HIGHEST)
        .map(line -> of(line, layout))
        .filter(columns -> columns.has(layout.key()))
        .findFirst()
        .map(columns -> columns.whole(layout))
        .orElseThrow(() -> Trouble.COLUMNS_MISSING.because(said(List.of(layout.key()))));
  }

  private static Columns of(Sheet.Line line, Layout layout) {
    Map<Integer, Field> fields = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (int column = 0; column < line.entries().size(); column++) {
      String head = line.at(column).shown();
      int here = column;
      layout.fields().stream()
          .filter(field -> field.isCalled(head))
          .findFirst()
          .ifPresentOrElse(field -> fields.put(here, field), () -> others.add(head));
    }
    others.removeIf(String::isBlank);
    others.removeIf(Defects::isOurs);
    return new Columns(line.number(), fields, others);
  }

  boolean has(Field field) {
    return fields.containsValue(field);
  }

  private Columns whole(Layout layout) {
    need(layout.fields().stream().filter(Field::isNeeded).filter(field -> !has(field)).toList());
    List<Field> twice =
        layout.fields().stream()
            .filter(field -> fields.values().stream().filter(field::equals).count() > 1)
            .toList();
    if (!twice.isEmpty()) {
      throw Trouble.COLUMNS_TWICE.because(said(twice));
    }
    return this;
  }

  /** Refuse a sheet that lacks these, if there are any. */
  static void need(List<Field> missing) {
    if (!missing.isEmpty()) {
      throw Trouble.COLUMNS_MISSING.because(said(missing));
    }
  }

  private static Wording said(List<Field> fields) {
    return new Wording(
        fields.stream().map(field -> field.title().zh()).collect(Collectors.joining("、")),
        fields.stream().map(field -> field.title().en()).collect(Collectors.joining(", ")));
  }

  /** How many rows there are below the heads. */
  int count(Sheet sheet) {
    return (int) sheet.lines().stream().filter(this::isRow).count();
  }

  private boolean isRow(Sheet.Line line) {
    boolean filled =
        fields.keySet().stream().anyMatch(column -> !line.at(column).equals(Entry.NONE));
    return line.number() > head && filled && !explains(line);
  }

  /** Whether it is the template's own row, which stands below the head of the first field. */
  private boolean explains(Sheet.Line line) {
    String first = line.at(Collections.min(fields.keySet())).shown();
    return Stream.of("needed", "optional")
        .map(Defects::word)
        .flatMap(need -> Stream.of(need.zh(), need.en()))
        .anyMatch(need -> first.startsWith(NOTE + " " + need.strip()));
  }

  /** The rows of which every cell can be taken; what is not right in others is added. */
  List<Filled> rows(Sheet sheet, List<Flaw> flaws) {
    List<Filled> rows = new ArrayList<>();
    for (Sheet.Line line : sheet.lines()) {
      if (isRow(line)) {
        int before = flaws.size();
        Filled row = new Filled(line.number(), texts(line, flaws));
        if (flaws.size() == before) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private Map<String, String> texts(Sheet.Line line, List<Flaw> flaws) {
    Map<String, String> texts = new HashMap<>();
    fields.forEach(
        (column, field) ->
            Reading.text(line.number(), field, line.at(column), flaws)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> texts.put(field.path(), text)));
    return texts;
  }
}
