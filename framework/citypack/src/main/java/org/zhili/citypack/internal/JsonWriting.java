package org.zhili.citypack.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes JSON for people: what fits on a line stays on it. */
final class JsonWriting {
  private static final int WIDTH = 100;

  private JsonWriting() {}

  /** Write a value and a line end. The same value always gives the same characters. */
  static String write(Json json) {
    return write(json, 0, 0) + "\n";
  }

  private static String write(Json json, int indent, int used) {
    String line = inline(json);
    if (used + line.length() <= WIDTH) {
      return line;
    }
    if (json instanceof Json.Array array) {
      List<String> items =
          array.items().stream().map(item -> write(item, indent + 2, indent + 2)).toList();
      return broken("[", items, "]", indent);
    }
    if (json instanceof Json.Members members) {
      List<String> items = new ArrayList<>();
      for (Map.Entry<String, Json> member : members.byName().entrySet()) {
        String name = quoted(member.getKey()) + ": ";
        items.add(name + write(member.getValue(), indent + 2, indent + 2 + name.length()));
      }
      return broken("{", items, "}", indent);
    }
    return line;
  }

  private static String broken(String open, List<String> items, String close, int indent) {
    String lineEnd = "\n" + " ".repeat(indent);
    return open + lineEnd + "  " + String.join("," + lineEnd + "  ", items) + lineEnd + close;
  }

  private static String inline(Json json) {
    if (json instanceof Json.Text text) {
      return quoted(text.value());
    }
    if (json instanceof Json.Numeral number) {
      return number.value();
    }
    if (json instanceof Json.Array array) {
      return "["
          + String.join(", ", array.items().stream().map(JsonWriting::inline).toList())
          + "]";
    }
    if (json instanceof Json.Members members) {
      List<String> items = new ArrayList<>();
      members.byName().forEach((name, value) -> items.add(quoted(name) + ": " + inline(value)));
      return "{" + String.join(", ", items) + "}";
    }
    return ((Json.Literal) json).word();
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
