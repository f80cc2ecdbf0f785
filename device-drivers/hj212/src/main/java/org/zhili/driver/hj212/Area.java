package org.zhili.driver.hj212;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A data area by its fields (section 6.3.3): items are parted by {@code ;}, the values of an item
 * by {@code ,}.
 *
 * @param single fields about the whole, such as {@code DataTime}
 * @param items by code, the values of each by what they say: {@code w01018}, {@code Rtd}, {@code
 *     40.1}
 */
record Area(Map<String, String> single, Map<String, Map<String, String>> items) {
  static Area read(String text) throws Malformed {
    Area area = new Area(new LinkedHashMap<>(), new TreeMap<>());
    for (String field : text.split("[;,]", -1)) {
      if (!field.isBlank()) {
        area.add(field);
      }
    }
    return area;
  }

  private void add(String field) throws Malformed {
    int equals = field.indexOf('=');
    if (equals < 1) {
      throw new Malformed("name=value in the data area", "\"" + shown(field) + "\"");
    }
    String name = field.substring(0, equals).strip();
    String value = field.substring(equals + 1).strip();
    int dash = name.indexOf('-');
    String before =
        dash < 0
            ? single.put(name, value)
            : items
                .computeIfAbsent(name.substring(0, dash), code -> new TreeMap<>())
                .put(name.substring(dash + 1), value);
    if (before != null) {
      throw new Malformed(shown(name) + " once", "it twice");
    }
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(single.get(name));
  }

  static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
