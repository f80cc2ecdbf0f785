package org.zhili.resources.imports;

import java.util.List;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * A list that people fill in: its columns from left to right.
 *
 * @param list what it is called in the API
 * @param most rows of one sheet
 */
public record Layout(String list, Wording name, List<Field> fields, int most) {
  public Layout {
    fields = List.copyOf(fields);
  }

  Optional<Field> field(String path) {
    return fields.stream().filter(field -> field.path().equals(path)).findFirst();
  }

  /** The field that a row is about. */
  Field key() {
    return named().orElse(fields.get(0));
  }

  /** Whether the same rows again ask for more entries, as nothing in them says which is which. */
  boolean addsUp() {
    return named().isEmpty();
  }

  private Optional<Field> named() {
    return fields.stream().filter(field -> field.need() == Field.Need.KEY).findFirst();
  }
}
