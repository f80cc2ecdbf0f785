package org.zhili.citypack.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhili.text.Language;
import org.zhili.text.Words;

/** Reads the words a city uses in place of others. */
final class PackWords {
  static final List<String> FILES = Stream.of(Language.values()).map(PackWords::file).toList();

  private PackWords() {}

  private static String file(Language language) {
    return "words_" + language.suffix() + ".properties";
  }

  static Words read(PackFiles files, Faults faults) {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Faults here = faults.in(file(language));
      SortedMap<String, String> patterns = new TreeMap<>();
      files.text(file(language)).ifPresent(text -> load(text, patterns, here));
      all.put(language, patterns);
    }
    return Words.of(all);
  }

  private static void load(String text, Map<String, String> patterns, Faults faults) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(text));
    } catch (IllegalArgumentException e) {
      faults.add(At.FILE, Problem.WORDS_MALFORMED, "\\u");
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    for (String key : read.stringPropertyNames()) {
      String pattern = read.getProperty(key);
      if (!isSound(pattern)) {
        faults.add(At.FILE, Problem.WORDS_MALFORMED, key);
      }
      patterns.put(key, pattern);
    }
  }

  /** A quote that stands alone would swallow what follows it. */
  private static boolean isSound(String pattern) {
    try {
      new MessageFormat(pattern);
      return !pattern.replace("''", "").contains("'");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
