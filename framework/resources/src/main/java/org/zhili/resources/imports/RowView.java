package org.zhili.resources.imports;

import java.util.List;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * What a row would change of an entry that is there. What names people is covered in free text.
 *
 * @param row as Excel counts
 * @param what the entry
 */
public record RowView(int row, String what, List<FieldView> fields) {
  public RowView {
    fields = List.copyOf(fields);
  }

  /**
   * A field that would be another. Of a long text a part is told, where it differs.
   *
   * @param before empty when nothing is there
   * @param after empty when nothing would be there
   */
  public record FieldView(Wording column, Optional<Wording> before, Optional<Wording> after) {}
}
