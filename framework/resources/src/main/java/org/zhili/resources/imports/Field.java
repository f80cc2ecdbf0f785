package org.zhili.resources.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhili.text.Wording;

/**
 * A column of a list that people fill in.
 *
 * @param path the same field where one entry is brought as JSON
 * @param title what stands at its head, as in the list's export
 * @param hint what is to be filled in
 */
public record Field(String path, Wording title, Wording hint, Kind kind, Need need) {
  /** What stands in it, and what is tidied of it. */
  public enum Kind {
    /** A code: blanks around it are dropped, and full-width letters and digits are made narrow. */
    CODE,
    /** Several codes, a line each. */
    CODES,
    /** Words, sign by sign as they were typed. */
    TEXT,
    /** A number. */
    NUMBER
  }

  /** Whether the column must be there, and whether two rows may say the same in it. */
  public enum Need {
    OPTIONAL,
    NEEDED,
    /** No two rows may say the same. */
    UNIQUE,
    /** Needed, and no two rows may say the same: what a row is about. */
    KEY
  }

  boolean isNeeded() {
    return need == Need.NEEDED || need == Need.KEY;
  }

  boolean isUnique() {
    return need == Need.UNIQUE || need == Need.KEY;
  }

  /** The head of a sheet to be filled in. */
  String both() {
    return title.zh().equals(title.en()) ? title.zh() : title.zh() + " / " + title.en();
  }

  boolean isCalled(String head) {
    return Stream.of(title.zh(), title.en(), both()).map(Field::bare).anyMatch(bare(head)::equals);
  }

  static String bare(String head) {
    return Normalizer.normalize(head, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Z}\\p{Cf}\\s*]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
