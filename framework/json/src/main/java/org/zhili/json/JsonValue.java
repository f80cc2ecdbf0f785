package org.zhili.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of JSON. Immutable. */
public sealed interface JsonValue {
  /** An object: its members in their order. */
  record Members(Map<String, JsonValue> all) implements JsonValue {
    public Members {
      all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }
  }

  /** An array. */
  record Items(List<JsonValue> all) implements JsonValue {
    public Items {
      all = List.copyOf(all);
    }
  }

  /** A string. */
  record Text(String value) implements JsonValue {}

  /** A finite number, as it is written: 23.60 says more than 23.6. */
  record Numeral(String written) implements JsonValue {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements JsonValue {}

  /** {@code null}. */
  record Nothing() implements JsonValue {}

  /** What stands at the end of a path of names, from object to object. */
  default Optional<JsonValue> at(String... path) {
    Optional<JsonValue> here = Optional.of(this);
    for (String name : path) {
      here = here.flatMap(value -> member(value, name));
    }
    return here;
  }

  private static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof Members members
        ? Optional.ofNullable(members.all().get(name))
        : Optional.empty();
  }

  /** The words of a string, number or truth at the end of a path. */
  default Optional<String> text(String... path) {
    return at(path).flatMap(JsonValue::words);
  }

  private static Optional<String> words(JsonValue value) {
    if (value instanceof Text text) {
      return Optional.of(text.value());
    } else if (value instanceof Numeral number) {
      return Optional.of(number.written());
    }
    return value instanceof Truth truth
        ? Optional.of(String.valueOf(truth.value()))
        : Optional.empty();
  }

  /** The value as JSON, without blanks. */
  default String written() {
    StringBuilder json = new StringBuilder();
    write(this, json);
    return json.toString();
  }

  private static void write(JsonValue value, StringBuilder json) {
    if (value instanceof Members members) {
      char before = '{';
      for (Map.Entry<String, JsonValue> member : members.all().entrySet()) {
        quote(member.getKey(), json.append(before));
        write(member.getValue(), json.append(':'));
        before = ',';
      }
      json.append(members.all().isEmpty() ? "{}" : "}");
    } else if (value instanceof Items items) {
      char before = '[';
      for (JsonValue item : items.all()) {
        write(item, json.append(before));
        before = ',';
      }
      json.append(items.all().isEmpty() ? "[]" : "]");
    } else if (value instanceof Text text) {
      quote(text.value(), json);
    } else {
      json.append(words(value).orElse("null"));
    }
  }

  private static void quote(String text, StringBuilder json) {
    JsonStringEncoder.getInstance().quoteAsString(text, json.append('"'));
    json.append('"');
  }
}
