package org.zhili.resources.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.access.Viewer;
import org.zhili.core.city.Change;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.problem.Violation;
import org.zhili.sheets.Sheet;
import org.zhili.text.Wording;

/**
 * What a sheet asks for, and what is not right in it.
 *
 * @param sheet as it was brought
 * @param columns which of its columns is which field
 * @param steps in the order of the rows
 * @param same rows that ask for what is there already
 * @param left rows that ask for nothing
 */
record Draft<T>(
    Sheet sheet,
    Columns columns,
    int rows,
    List<Step<T>> steps,
    int same,
    int left,
    List<Flaw> flaws) {

  int faulty() {
    return (int) flaws.stream().map(Flaw::row).distinct().count();
  }

  List<Change<T>> changes() {
    return steps.stream().map(Step::change).toList();
  }

  /** How many entries that are there already would be others. */
  int changed() {
    return (int) steps.stream().filter(step -> step.change().before().isPresent()).count();
  }

  /** Read a sheet and hold it against the town, without writing anything. */
  static <T> Draft<T> of(Sheet sheet, Importing<T> list, Viewer viewer, Checks checks) {
    Columns columns = Columns.of(sheet, list.layout());
    List<Flaw> flaws = new ArrayList<>();
    List<Filled> rows = columns.rows(sheet, flaws);
    List<Integer> numbers = new ArrayList<>();
    List<T> wanted = new ArrayList<>();
    int left = 0;
    for (Filled row : unique(rows, list.layout(), flaws)) {
      try {
        Optional<T> one = list.read(row, viewer, checks);
        one.ifPresent(wanted::add);
        one.ifPresent(entry -> numbers.add(row.number()));
        left += one.isEmpty() ? 1 : 0;
      } catch (ProblemException refusal) {
        add(flaws, row.number(), list.layout(), refusal);
      }
    }
    List<Step<T>> steps = new ArrayList<>();
    int same = 0;
    List<Verdict<T>> verdicts = list.judge(wanted, viewer);
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict<T> verdict = verdicts.get(i);
      if (verdict.refusal().isPresent()) {
        add(flaws, numbers.get(i), list.layout(), verdict.refusal().get());
      } else if (verdict.isSame()) {
        same++;
      } else {
        steps.add(new Step<>(numbers.get(i), verdict.change()));
      }
    }
    Columns.need(lost(steps, columns, list));
    flaws.sort(java.util.Comparator.comparingInt(Flaw::row));
    return new Draft<>(sheet, columns, columns.count(sheet), steps, same, left, List.copyOf(flaws));
  }

  /**
   * Fields that entries would lose for want of a column. An empty cell empties a field, but nobody
   * means to by leaving its column out.
   */
  private static <T> List<Field> lost(List<Step<T>> steps, Columns columns, Importing<T> list) {
    return list.layout().fields().stream()
        .filter(field -> !columns.has(field))
        .filter(field -> steps.stream().anyMatch(step -> loses(step.change(), field, list)))
        .toList();
  }

  private static <T> boolean loses(Change<T> change, Field field, Importing<T> list) {
    Optional<Wording> before = change.before().flatMap(entry -> list.said(entry, field));
    return before.isPresent() && !before.equals(list.said(change.after(), field));
  }

  /** The rows without those that say what another said, of which both are told. */
  private static List<Filled> unique(List<Filled> rows, Layout layout, List<Flaw> flaws) {
    List<Filled> left = new ArrayList<>(rows);
    for (Field field : layout.fields()) {
      if (field.isUnique()) {
        Map<String, Filled> first = new HashMap<>();
        for (Filled row : rows) {
          Optional<Filled> before =
              row.text(field.path()).flatMap(text -> before(first, text, row));
          before.ifPresent(
              other -> {
                flaws.add(Defects.twice(row, field, other.number()));
                flaws.add(Defects.twice(other, field, row.number()));
                left.remove(row);
                left.remove(other);
              });
        }
      }
    }
    return left;
  }

  private static Optional<Filled> before(Map<String, Filled> first, String text, Filled row) {
    return Optional.ofNullable(first.putIfAbsent(text, row));
  }

  private static void add(List<Flaw> flaws, int row, Layout layout, ProblemException refusal) {
    Problem problem = refusal.problem();
    if (problem.violations().isEmpty()) {
      flaws.add(new Flaw(row, Optional.empty(), problem.code(), problem.messages()));
    }
    for (Violation violation : problem.violations()) {
      flaws.add(
          new Flaw(row, layout.field(violation.field()), problem.code(), violation.messages()));
    }
  }
}
