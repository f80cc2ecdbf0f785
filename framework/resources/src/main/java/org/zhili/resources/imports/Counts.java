package org.zhili.resources.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What became of the rows of a sheet, short enough to be kept for who asks again. */
record Counts(int rows, int added, int changed, int same, int left) {
  static Counts of(Draft<?> draft) {
    int changed = draft.changed();
    return new Counts(
        draft.rows(), draft.steps().size() - changed, changed, draft.same(), draft.left());
  }

  String written() {
    return "%d rows, %d new, %d changed, %d same, %d left"
        .formatted(rows, added, changed, same, left);
  }

  static Counts read(String written) {
    int[] each =
        Arrays.stream(written.split(", "))
            .mapToInt(one -> Integer.parseInt(one.replaceAll("\\D", "")))
            .toArray();
    return new Counts(each[0], each[1], each[2], each[3], each[4]);
  }

  /**
   * The answer to who asks again.
   *
   * @param secret whether the first answer told what is told once
   * @param told what is told of it again
   */
  ImportView view(boolean secret, List<Told> told) {
    String note = !told.isEmpty() ? "again-told" : secret && added > 0 ? "again-late" : "again";
    return new ImportView(
        false,
        rows,
        added,
        changed,
        same,
        left,
        0,
        List.of(),
        List.of(),
        List.of(Defects.word(note)),
        Optional.empty(),
        told);
  }
}
