package org.zhili.text;

/** The same words in both languages, as a city's data carries them and as a trace keeps them. */
public record Wording(String zh, String en) {
  public Wording {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("words are needed in both languages: " + zh + " / " + en);
    }
  }

  /** Choose the words of one language. */
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  /** Words that are the same in both languages, such as an address or a proper name. */
  public static Wording same(String words) {
    return new Wording(words, words);
  }
}
