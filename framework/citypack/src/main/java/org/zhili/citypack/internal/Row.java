package org.zhili.citypack.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhili.text.Wording;

/** A row of a table. Whatever is wrong in it is reported and answered with a stand-in. */
final class Row {
  private static final Pattern SEPARATOR = Pattern.compile("\\|");

  private final int line;
  private final Map<String, Integer> header;
  private final List<String> cells;
  private final Faults faults;
  private boolean sound = true;

  Row(int line, Map<String, Integer> header, List<String> cells, Faults faults) {
    this.line = line;
    this.header = header;
    this.cells = cells;
    this.faults = faults;
  }

  /** The word of a column as it is written; empty when there is none. */
  Optional<String> word(String column) {
    Integer index = header.get(column);
    return Optional.ofNullable(index).map(cells::get).filter(word -> !word.isEmpty());
  }

  <T> T value(String column, Form<T> form) {
    Optional<T> value = optional(column, form);
    if (value.isEmpty() && header.containsKey(column)) {
      fault(column, Problem.VALUE_MISSING, column);
    }
    return value.orElse(form.standIn());
  }

  <T> Optional<T> optional(String column, Form<T> form) {
    return word(column).map(word -> read(column, word, form));
  }

  /** Words separated by {@code |}; an empty field is an empty set. */
  <T> Set<T> set(String column, Form<T> form) {
    Set<T> values = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    for (String word : parts(column)) {
      if (words.add(word)) {
        values.add(read(column, word, form));
      } else {
        fault(column, Problem.VALUE_TWICE, column, word);
      }
    }
    return values;
  }

  /** Settings such as {@code bin.depth=1200|floor=2}. */
  Map<String, String> settings(String column) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String part : parts(column)) {
      int equals = part.indexOf('=');
      if (equals < 1
          || settings.putIfAbsent(
                  part.substring(0, equals).strip(), part.substring(equals + 1).strip())
              != null) {
        fault(column, Problem.NOT_A_SETTING, column, part);
      }
    }
    return settings;
  }

  /** The name of the row in both languages. */
  Wording name() {
    return new Wording(value("name_zh", Form.TEXT), value("name_en", Form.TEXT));
  }

  void fault(String column, Problem problem, String... arguments) {
    sound = false;
    Integer index = header.get(column);
    faults.add(new At(line, index == null ? 0 : index + 1), problem, arguments);
  }

  /** Whether nothing was wrong with it so far. */
  boolean sound() {
    return sound;
  }

  private List<String> parts(String column) {
    return word(column)
        .map(word -> SEPARATOR.splitAsStream(word).map(String::strip).toList())
        .orElse(List.of());
  }

  private <T> T read(String column, String word, Form<T> form) {
    return form.read(word, (problem, hint) -> fault(column, problem, column, word, hint));
  }
}
