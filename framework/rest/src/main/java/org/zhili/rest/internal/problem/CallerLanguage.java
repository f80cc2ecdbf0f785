package org.zhili.rest.internal.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhili.text.Language;

/**
 * What a caller reads, from the header {@code Accept-Language}: Chinese, unless it says English.
 */
public final class CallerLanguage {
  private static final int LONGEST = 200;

  private CallerLanguage() {}

  public static Language of(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST) {
      return Language.ZH;
    }
    try {
      return choose(Locale.LanguageRange.parse(header));
    } catch (IllegalArgumentException e) {
      return Language.ZH;
    }
  }

  /** The ranges come with the dearest first. */
  private static Language choose(List<Locale.LanguageRange> ranges) {
    for (Locale.LanguageRange range : ranges) {
      if (range.getWeight() == 0) {
        continue;
      }
      if (range.getRange().startsWith("en")) {
        return Language.EN;
      }
      if (range.getRange().startsWith("zh")) {
        return Language.ZH;
      }
    }
    return Language.ZH;
  }
}
