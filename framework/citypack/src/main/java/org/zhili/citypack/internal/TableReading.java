package org.zhili.citypack.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table; what cannot be read is reported and left out. */
final class TableReading {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final String text;
  private final Table.Columns columns;
  private final Faults faults;
  private final Map<String, Integer> header = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private int width = -1;
  private int position;
  private int line = 1;
  private long linesRead;

  private TableReading(String text, Table.Columns columns, Faults faults) {
    this.text = text;
    this.columns = columns;
    this.faults = faults;
  }

  static Table read(String text, Table.Columns columns, Faults faults) {
    return new TableReading(text, columns, faults).read();
  }

  private Table read() {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      try {
        for (CSVRecord cells : parser) {
          take(cells);
          linesRead = parser.getCurrentLineNumber();
        }
      } catch (UncheckedIOException e) {
        faults.add(new At((int) linesRead + 1, 0), Problem.CSV_MALFORMED);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string cannot fail", e);
    }
    if (width < 0) {
      reportMissingColumns();
    }
    return new Table(rows);
  }

  private void take(CSVRecord cells) {
    moveTo(cells.getCharacterPosition());
    if (width < 0) {
      width = cells.size();
      takeHeader(cells);
    } else if (cells.size() == width) {
      rows.add(new Row(line, header, cells.stream().map(String::strip).toList(), faults));
    } else {
      faults.add(
          new At(line, 0),
          Problem.CSV_FIELD_COUNT,
          Integer.toString(cells.size()),
          Integer.toString(width));
    }
  }

  private void takeHeader(CSVRecord cells) {
    List<String> known = new ArrayList<>(columns.required());
    known.addAll(columns.optional());
    for (int i = 0; i < width; i++) {
      String name = cells.get(i).strip();
      if (header.putIfAbsent(name, i) != null) {
        faults.add(new At(line, i + 1), Problem.CSV_COLUMN_TWICE, name);
      } else if (!known.contains(name)) {
        faults.add(new At(line, i + 1), Problem.CSV_COLUMN_UNKNOWN, name, String.join(", ", known));
      }
    }
    reportMissingColumns();
  }

  private void reportMissingColumns() {
    columns.required().stream()
        .filter(name -> !header.containsKey(name))
        .forEach(name -> faults.add(new At(line, 0), Problem.CSV_COLUMN_MISSING, name));
  }

  /** Count lines up to a row; empty lines before it are passed over, as the parser does. */
  private void moveTo(long start) {
    while (position < start || (position < text.length() && text.charAt(position) == '\n')) {
      if (text.charAt(position) == '\n') {
        line++;
      }
      position++;
    }
  }
}
