package org.zhili.resources.internal.exports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhili.alert.Severity;
import org.zhili.resources.internal.PositionBody;
import org.zhili.sheets.Column;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** The words at the heads of columns, and columns of kinds that several lists have. */
public final class Titles {
  static final Words WORDS = Words.beside(Titles.class);

  private Titles() {}

  public static Wording list(String name) {
    return WORDS.render(Text.of("exports.list." + name));
  }

  public static Wording of(String key) {
    return WORDS.render(Text.of("exports.column." + key));
  }

  /** Whether something holds. */
  static <T> Column<T> yes(String key, Function<T, Boolean> holds) {
    return Column.words(
        of(key),
        8,
        row -> Optional.of(WORDS.render(Text.of(holds.apply(row) ? "exports.yes" : "exports.no"))));
  }

  /** A constant, in the words people have for it. */
  static <T> Column<T> constant(String key, Function<T, ? extends Enum<?>> constant) {
    return Column.words(of(key), 12, row -> Optional.of(name(constant.apply(row))));
  }

  public static Wording name(Enum<?> constant) {
    String kind = constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
    return WORDS.render(Text.of("exports." + kind + "." + constant.name()));
  }

  /** A condition that holds, and how bad it is. */
  static Wording condition(String condition, Severity severity) {
    Wording bad = name(severity);
    return new Wording(condition + "（" + bad.zh() + "）", condition + " (" + bad.en() + ")");
  }

  static <T> Column<T> count(String key, Function<T, Long> number) {
    return Column.amount(of(key), 10, row -> Optional.of(BigDecimal.valueOf(number.apply(row))));
  }

  static <T> Column<T> latitude(Function<T, Optional<PositionBody>> at) {
    return degrees("latitude", row -> at.apply(row).map(PositionBody::latitude));
  }

  static <T> Column<T> longitude(Function<T, Optional<PositionBody>> at) {
    return degrees("longitude", row -> at.apply(row).map(PositionBody::longitude));
  }

  private static <T> Column<T> degrees(String key, Function<T, Optional<Double>> degrees) {
    return Column.amount(of(key), 12, row -> degrees.apply(row).map(BigDecimal::valueOf));
  }

  /** Settings of a device in one cell, a line each. */
  public static String settings(SortedMap<String, String> settings) {
    return lines(
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + " = " + setting.getValue())
            .toList());
  }

  /** Several words in one cell, a line each. */
  static String lines(List<String> each) {
    return String.join("\n", each);
  }

  /** Several sentences in one cell, a line each. */
  static Optional<Wording> sentences(List<Wording> each) {
    return each.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Wording(
                each.stream().map(Wording::zh).collect(Collectors.joining("\n")),
                each.stream().map(Wording::en).collect(Collectors.joining("\n"))));
  }
}
