package org.zhili.sheets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.zhili.sheets.Entry;
import org.zhili.sheets.Unreadable;
import org.zhili.sheets.Unreadable.Reason;

/** The rows of one sheet, cell by cell. */
final class Rows {
  /** What Excel shows and keeps of a number. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final int LONGEST_NUMBER = 400;
  private static final int LETTERS = 26;
  private static final int LAST_COLUMN = 16_384;
  private static final int LAST_ROW = 1_048_576;

  private final Grid grid;
  private final List<String> strings;
  private final Dates dates;
  private int row;
  private int column;

  Rows(Grid grid, List<String> strings, Dates dates) {
    this.grid = grid;
    this.strings = strings;
    this.dates = dates;
  }

  void read(InputStream part) throws IOException, Unreadable {
    Xml.read(
        part,
        (xml, name) -> {
          switch (name) {
            case "row" -> {
              row = xml.number("r", row + 1);
              column = -1;
            }
            case "c" -> cell(xml);
            case "mergeCell" -> merged(xml.attribute("ref").orElse(""));
            default -> {}
          }
        });
  }

  private void cell(Xml xml) throws XMLStreamException, Unreadable {
    Optional<String> place = xml.attribute("r");
    column = place.isPresent() ? column(place.get()) : column + 1;
    if (row < 1 || row > LAST_ROW || column < 0 || column >= LAST_COLUMN) {
      throw new Unreadable(Reason.BROKEN);
    }
    String type = xml.attribute("t").orElse("n");
    int style = xml.number("s", -1);
    String value = "";
    Optional<String> formula = Optional.empty();
    for (Optional<String> in = xml.child("c"); in.isPresent(); in = xml.child("c")) {
      switch (in.get()) {
        case "v" -> value = xml.text();
        case "f" -> formula = Optional.of(xml.text());
        case "is" -> value = xml.richText("is");
        default -> {}
      }
    }
    if (formula.isPresent()) {
      grid.put(row, column, new Entry.Bad(Entry.Fault.FORMULA, "=" + formula.get()));
    } else if (!value.isEmpty()) {
      grid.put(row, column, entry(type, style, value));
    }
  }

  private Entry entry(String type, int style, String value) {
    return switch (type) {
      case "s" -> new Entry.Text(Spelling.read(strings.get(Integer.parseInt(value.trim()))));
      case "inlineStr", "str" -> new Entry.Text(Spelling.read(value));
      case "b" -> new Entry.Text(value.trim().equals("1") ? "TRUE" : "FALSE");
      case "e" -> new Entry.Bad(Entry.Fault.ERROR, value);
      case "d" -> time(value.trim());
      default -> number(style, value.trim());
    };
  }

  /** As ISO 8601 writes it, which Excel reads and others write. */
  private static Entry time(String value) {
    try {
      return new Entry.Time(
          value.contains("T")
              ? LocalDateTime.parse(value, DateTimeFormatter.ISO_DATE_TIME)
              : LocalDate.parse(value).atStartOfDay());
    } catch (DateTimeParseException e) {
      return new Entry.Bad(Entry.Fault.ERROR, value);
    }
  }

  private Entry number(int style, String value) {
    if (value.length() > LONGEST_NUMBER) {
      return new Entry.Bad(Entry.Fault.DIGITS_LOST, value);
    }
    BigDecimal exact = new BigDecimal(value);
    // an exponent out of all measure would be written out below
    if (exact.precision() - exact.scale() > DIGITS.getPrecision() || exact.scale() > 400) {
      return new Entry.Bad(Entry.Fault.DIGITS_LOST, value);
    }
    return dates
        .time(style, exact)
        .<Entry>map(Entry.Time::new)
        .orElseGet(() -> amount(plain(exact.round(DIGITS)), dates.zeros(style)));
  }

  private static Entry amount(BigDecimal number, int zeros) {
    String shown = number.toPlainString();
    return number.scale() <= 0 && number.signum() >= 0 && shown.length() < zeros
        ? new Entry.Padded(number, "0".repeat(zeros - shown.length()) + shown)
        : new Entry.Amount(number);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private void merged(String range) {
    String first = range.replaceAll(":.*", "");
    int number = Integer.parseInt(first.replaceAll("[A-Z]", ""));
    grid.merged(number, column(first));
  }

  /** {@code C12} is in column 2. */
  private static int column(String place) {
    int column = 0;
    int at = 0;
    while (at < place.length() && at < 4 && Character.isUpperCase(place.charAt(at))) {
      column = column * LETTERS + (place.charAt(at) - 'A' + 1);
      at++;
    }
    return column - 1;
  }
}
