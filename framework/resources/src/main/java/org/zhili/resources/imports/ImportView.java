package org.zhili.resources.imports;

import java.util.List;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * What became of a sheet, or would become of it.
 *
 * @param dryRun nothing was written
 * @param same rows that say what is there already
 * @param left rows that ask for nothing
 * @param faulty rows that are not right
 * @param changes the first 200 of the rows that would change something, on a dry run
 * @param flaws the first of what is not right
 * @param notes what was not looked at
 * @param seen the tag of what a dry run says, to be sent as If-Match with the import itself
 * @param told what is to be known of new entries, once
 */
public record ImportView(
    boolean dryRun,
    int rows,
    int added,
    int changed,
    int same,
    int left,
    int faulty,
    List<RowView> changes,
    List<FlawView> flaws,
    List<Wording> notes,
    Optional<String> seen,
    List<Told> told) {
  private static final int SHOWN = 200;

  /** Something that is not right. */
  public record FlawView(int row, Optional<Wording> column, String code, Wording messages) {
    static FlawView of(Flaw flaw) {
      return new FlawView(flaw.row(), flaw.field().map(Field::title), flaw.code(), flaw.said());
    }
  }

  static <T> ImportView tried(Draft<T> draft, Importing<T> list, String tag) {
    Optional<String> seen = Optional.of("\"" + tag + "\"");
    return of(draft, Differences.of(draft, list), seen, List.of());
  }

  static ImportView done(Draft<?> draft, List<Told> told) {
    return of(draft, List.of(), Optional.empty(), told);
  }

  private static ImportView of(
      Draft<?> draft, List<RowView> changes, Optional<String> seen, List<Told> told) {
    int changed = draft.changed();
    return new ImportView(
        seen.isPresent(),
        draft.rows(),
        draft.steps().size() - changed,
        changed,
        draft.same(),
        draft.left(),
        draft.faulty(),
        changes,
        draft.flaws().stream().limit(SHOWN).map(FlawView::of).toList(),
        Sheets.notes(draft),
        seen,
        told);
  }
}
