package org.zhili.architecture;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the words of the town are written. */
final class WordRules {
  /** Signs of code in a sentence: what {@code {0}} stands for, and addresses. */
  private static final Pattern CODE = Pattern.compile("\\{[^}]*}|[a-z]+://\\S+");

  private static final String CHINESE = "[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef“”]";
  private static final Pattern NARROW =
      Pattern.compile("(?<=" + CHINESE + ")[,;:()?!]|[,;:()?!](?= ?" + CHINESE + ")");

  private WordRules() {}

  /** Between Chinese signs stand Chinese marks: {@code ，；：（）？！}. */
  static List<String> marksAreWide(String key, String chinese) {
    Matcher narrow = NARROW.matcher(CODE.matcher(chinese).replaceAll("#"));
    Optional<String> first = narrow.find() ? Optional.of(narrow.group()) : Optional.empty();
    return first
        .map(mark -> "%s must not have a narrow %s: %s".formatted(key, mark, chinese))
        .stream()
        .toList();
  }
}
