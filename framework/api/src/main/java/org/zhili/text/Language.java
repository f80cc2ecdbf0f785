package org.zhili.text;

import java.util.Locale;

/** The two languages every user-visible word exists in. */
public enum Language {
  ZH("zh_CN", Locale.SIMPLIFIED_CHINESE),
  EN("en", Locale.ENGLISH);

  private final String suffix;
  private final Locale locale;

  Language(String suffix, Locale locale) {
    this.suffix = suffix;
    this.locale = locale;
  }

  /** The ending of this language's message files: {@code zh_CN} or {@code en}. */
  public String suffix() {
    return suffix;
  }

  /** The locale used to format numbers and dates for this language. */
  public Locale locale() {
    return locale;
  }
}
