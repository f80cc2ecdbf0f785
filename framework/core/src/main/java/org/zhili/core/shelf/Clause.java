package org.zhili.core.shelf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One clause of a manifest header, such as {@code org.acme;version="[1,2)";resolution:=optional}.
 *
 * @param attributes what it says, by name; directives have a colon behind theirs
 */
record Clause(String name, Map<String, String> attributes) {
  Clause {
    attributes = Map.copyOf(attributes);
  }

  /** The clauses of a header; several names that share what is said become one clause each. */
  static List<Clause> parse(String header) {
    List<Clause> clauses = new ArrayList<>();
    for (String part : split(header, ',')) {
      List<String> names = new ArrayList<>();
      Map<String, String> attributes = new HashMap<>();
      for (String piece : split(part, ';')) {
        int equals = piece.indexOf('=');
        if (equals < 0) {
          names.add(piece);
        } else {
          attributes.put(key(piece.substring(0, equals)), value(piece.substring(equals + 1)));
        }
      }
      names.forEach(name -> clauses.add(new Clause(name, attributes)));
    }
    return List.copyOf(clauses);
  }

  Optional<String> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }

  boolean isOptional() {
    return attribute("resolution:").filter("optional"::equals).isPresent();
  }

  /** A type ({@code version:Version}) is not part of the name. */
  private static String key(String text) {
    String key = text.strip();
    int colon = key.indexOf(':');
    return colon < 0 || colon == key.length() - 1 ? key : key.substring(0, colon);
  }

  private static String value(String text) {
    String value = text.strip();
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Split where the separator does not stand between quotation marks; nothing empty. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || (text.charAt(i) == separator && !quoted)) {
        String part = text.substring(begin, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        begin = i + 1;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return parts;
  }
}
