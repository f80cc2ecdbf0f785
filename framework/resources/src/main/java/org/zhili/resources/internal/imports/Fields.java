package org.zhili.resources.internal.imports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.zhili.device.Value;
import org.zhili.resources.imports.Field;
import org.zhili.resources.imports.Field.Kind;
import org.zhili.resources.imports.Field.Need;
import org.zhili.resources.internal.exports.Titles;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** Columns of sheets, called as they are in exports, so that an export can be imported. */
final class Fields {
  static final Words WORDS = Words.beside(Fields.class);

  private Fields() {}

  /**
   * A column.
   *
   * @param path the field of the body that a single entry is brought with
   * @param column of the export
   */
  static Field of(String path, String column, Kind kind, Need need) {
    return new Field(
        path, Titles.of(column), WORDS.render(Text.of("import.hint." + column)), kind, need);
  }

  /** A column that no export has. */
  static Field own(String path, String column, Kind kind, Need need) {
    return new Field(
        path,
        WORDS.render(Text.of("import.column." + column)),
        WORDS.render(Text.of("import.hint." + column)),
        kind,
        need);
  }

  static Field code(String path, String column, Need need) {
    return of(path, column, Kind.CODE, need);
  }

  static Field text(String path, String column, Need need) {
    return of(path, column, Kind.TEXT, need);
  }

  /** Degrees as an export shows them. */
  static Optional<String> degrees(
      Optional<Value.Position> at, ToDoubleFunction<Value.Position> of) {
    return at.map(position -> BigDecimal.valueOf(of.applyAsDouble(position)).toPlainString());
  }

  static Field latitude() {
    return of("position.latitude", "latitude", Kind.NUMBER, Need.OPTIONAL);
  }

  static Field longitude() {
    return of("position.longitude", "longitude", Kind.NUMBER, Need.OPTIONAL);
  }
}
