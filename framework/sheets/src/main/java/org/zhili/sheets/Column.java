package org.zhili.sheets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/**
 * One column of a list.
 *
 * @param title what stands at its head
 * @param width in digits, as Excel measures it
 * @param cell what stands in it for a row, to somebody who reads this language
 */
public record Column<T>(Wording title, int width, BiFunction<T, Language, Cell> cell) {
  /** Text. */
  public static <T> Column<T> text(Wording title, int width, Function<T, String> text) {
    return new Column<>(title, width, (row, language) -> words(text.apply(row)));
  }

  /** Text that may be absent. */
  public static <T> Column<T> maybe(Wording title, int width, Function<T, Optional<String>> text) {
    return new Column<>(
        title, width, (row, language) -> text.apply(row).map(Column::words).orElse(Cell.NONE));
  }

  /** Words of two languages. */
  public static <T> Column<T> words(Wording title, int width, Function<T, Optional<Wording>> said) {
    return new Column<>(
        title,
        width,
        (row, language) ->
            said.apply(row).map(words -> words(words.in(language))).orElse(Cell.NONE));
  }

  /** A number. */
  public static <T> Column<T> amount(
      Wording title, int width, Function<T, Optional<BigDecimal>> number) {
    return new Column<>(
        title,
        width,
        (row, language) -> number.apply(row).<Cell>map(Cell.Amount::new).orElse(Cell.NONE));
  }

  /** A time. */
  public static <T> Column<T> moment(Wording title, Function<T, Optional<Instant>> at) {
    return new Column<>(
        title, 20, (row, language) -> at.apply(row).<Cell>map(Cell.Moment::new).orElse(Cell.NONE));
  }

  /** A day. */
  public static <T> Column<T> day(Wording title, Function<T, LocalDate> date) {
    return new Column<>(title, 12, (row, language) -> new Cell.Day(date.apply(row)));
  }

  private static Cell words(String text) {
    return text.isEmpty() ? Cell.NONE : new Cell.Words(text);
  }
}
