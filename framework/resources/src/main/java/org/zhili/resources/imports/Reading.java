package org.zhili.resources.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhili.sheets.Entry;

/** Reads the cells of a row, each by the kind of its field. */
final class Reading {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,20})?");

  /** Blanks of every script, and signs without width that come along when text is copied. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\p{Z}\\s\\u200B\\uFEFF]+|[\\p{Z}\\s\\u200B\\uFEFF]+\\z");

  private Reading() {}

  /** The text of a cell; empty when it cannot be taken, which is added to the flaws then. */
  static Optional<String> text(int row, Field field, Entry entry, List<Flaw> flaws) {
    if (entry instanceof Entry.Bad bad) {
      flaws.add(Defects.cell(row, field, bad));
    } else if (entry instanceof Entry.Time) {
      flaws.add(Defects.date(row, field, entry.shown()));
    } else if (entry instanceof Entry.Padded padded && field.kind() != Field.Kind.NUMBER) {
      flaws.add(Defects.zeros(row, field, padded.shown()));
    } else if (entry.shown().strip().equals(Columns.NOTE)) {
      flaws.add(Defects.leftOpen(row, field));
    } else {
      String text = tidy(field.kind(), entry.shown());
      if (field.kind() == Field.Kind.NUMBER && !text.isEmpty() && !isNumber(text)) {
        flaws.add(Defects.number(row, field, text));
      } else {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && new BigDecimal(text).precision() < 40;
  }

  private static String tidy(Field.Kind kind, String text) {
    return switch (kind) {
      case TEXT -> text.isBlank() ? "" : text;
      case CODE, NUMBER -> narrow(text);
      case CODES ->
          text.lines()
              .map(Reading::narrow)
              .filter(line -> !line.isEmpty())
              .collect(Collectors.joining("\n"));
    };
  }

  private static String narrow(String text) {
    String bare = AROUND.matcher(text).replaceAll("");
    return bare.codePoints().anyMatch(sign -> sign >= 0xFF01 && sign <= 0xFF5E)
        ? Normalizer.normalize(bare, Normalizer.Form.NFKC)
        : bare;
  }
}
