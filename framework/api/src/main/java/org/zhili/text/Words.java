package org.zhili.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of one part of the town, in both languages.
 *
 * <p>Read once from the message files beside a class, and kept as plain values: a plug-in may leave
 * and its words stay readable. Immutable and thread-safe.
 */
public final class Words {
  private static final Words NONE = new Words(Map.of());

  private final Map<Language, Map<String, String>> patterns;

  private Words(Map<Language, Map<String, String>> patterns) {
    this.patterns = patterns;
  }

  public static Words none() {
    return NONE;
  }

  /** Words that are read elsewhere: by language, the patterns by key. */
  public static Words of(Map<Language, Map<String, String>> patterns) {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    patterns.forEach((language, words) -> all.put(language, Map.copyOf(words)));
    return new Words(all);
  }

  /**
   * Read {@code messages_zh_CN.properties} and {@code messages_en.properties} beside the class. A
   * missing file is an empty one.
   */
  public static Words beside(Class<?> owner) {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, read(owner, "messages_" + language.suffix() + ".properties"));
    }
    return new Words(all);
  }

  private static Map<String, String> read(Class<?> owner, String file) {
    Properties properties = new Properties();
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " beside " + owner.getName(), e);
    }
    Map<String, String> words = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
    return Map.copyOf(words);
  }

  /** These words and those; where both have a key, those win. */
  public Words plus(Words those) {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> both = new HashMap<>(of(language));
      both.putAll(those.of(language));
      all.put(language, Map.copyOf(both));
    }
    return new Words(all);
  }

  /** The keys that have words in this language. */
  public Set<String> keys(Language language) {
    return of(language).keySet();
  }

  /** Whether the key has words in both languages. */
  public boolean knows(String key) {
    return of(Language.ZH).containsKey(key) && of(Language.EN).containsKey(key);
  }

  /** Render in both languages. A key without words is shown as it is, with its arguments. */
  public Wording render(Text text) {
    return new Wording(render(text, Language.ZH), render(text, Language.EN));
  }

  /** Render in one language. A key without words is shown as it is, with its arguments. */
  public String render(Text text, Language language) {
    String pattern = of(language).get(text.key());
    if (pattern == null) {
      return text.arguments().isEmpty() ? text.key() : text.key() + " " + text.arguments();
    }
    return new MessageFormat(pattern, language.locale()).format(text.arguments().toArray());
  }

  /** Equal when they say the same under the same keys, in both languages. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Words those
        && Stream.of(Language.values()).allMatch(l -> of(l).equals(those.of(l)));
  }

  @Override
  public int hashCode() {
    return Objects.hash(of(Language.ZH), of(Language.EN));
  }

  private Map<String, String> of(Language language) {
    return patterns.getOrDefault(language, Map.of());
  }
}
