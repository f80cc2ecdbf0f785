package org.zhili.citypack.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON whose every value knows its place in the file. */
sealed interface Json {
  At at();

  record Text(At at, String value) implements Json {
    Text(String value) {
      this(At.FILE, value);
    }
  }

  /** A number, as it is written. */
  record Numeral(At at, String value) implements Json {
    Numeral(int value) {
      this(At.FILE, Integer.toString(value));
    }
  }

  record Array(At at, List<Json> items) implements Json {
    public Array {
      items = List.copyOf(items);
    }

    Array(List<? extends Json> items) {
      this(At.FILE, List.copyOf(items));
    }
  }

  /** An object, its members in the order of the file. */
  record Members(At at, Map<String, Json> byName) implements Json {
    public Members {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    Members(Map<String, Json> byName) {
      this(At.FILE, byName);
    }
  }

  /** A word no file here has a use for: {@code true}, {@code false} or {@code null}. */
  record Literal(At at, String word) implements Json {}

  /** The place of the value a pointer such as {@code /steps/2/id} leads to, or of the nearest. */
  default At place(String pointer) {
    Json here = this;
    for (String name : pointer.substring(1).split("/", -1)) {
      Json next = here.child(name);
      if (next == here) {
        break;
      }
      here = next;
    }
    return here.at();
  }

  private Json child(String name) {
    if (this instanceof Members members) {
      return members.byName().getOrDefault(name, this);
    }
    if (this instanceof Array array) {
      return array.items().get(Integer.parseInt(name));
    }
    return this;
  }
}
