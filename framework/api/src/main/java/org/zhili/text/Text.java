package org.zhili.text;

import java.util.List;

/**
 * A message key and its arguments; the words live in {@code messages_zh_CN.properties} and {@code
 * messages_en.properties} beside the class that uses the key.
 *
 * @param key dotted, starting with the id of the part it belongs to: {@code dispatch-rules.owner}
 * @param arguments values for {@code {0}}, {@code {1}}, … already formatted
 */
public record Text(String key, List<String> arguments) {
  public Text {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a text needs a key");
    }
    arguments = List.copyOf(arguments);
  }

  public static Text of(String key, String... arguments) {
    return new Text(key, List.of(arguments));
  }
}
