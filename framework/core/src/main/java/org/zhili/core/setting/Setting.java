package org.zhili.core.setting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * One setting (设置项): what it is called, what it may be, and what it is.
 *
 * @param list several values in one, with commas between them
 * @param choices the only values there are, when there are some
 * @param usual what holds when nothing is said
 * @param value as it is written down, references such as {@code $[env:…]} included; empty for a
 *     secret, which is never given out
 * @param written whether anything is written down
 * @param fixed whether it is changed in the file alone, since a wrong value could lock everybody
 *     out
 */
public record Setting(
    String key,
    Wording name,
    Optional<Wording> description,
    Kind kind,
    boolean list,
    Optional<BigDecimal> least,
    Optional<BigDecimal> most,
    List<Choice> choices,
    String usual,
    String value,
    boolean written,
    boolean fixed) {
  /** Stands in a value for what is not shown of it. */
  public static final String COVERED = "***";

  private static final Words WORDS = Words.beside(Setting.class);

  public Setting {
    choices = List.copyOf(choices);
  }

  /** What sort of value it takes. */
  public enum Kind {
    TEXT,
    WHOLE,
    DECIMAL,
    SWITCH,
    SECRET
  }

  /** One of the values there are. */
  public record Choice(String value, Wording name) {}

  /** What is wrong with a value, as far as its description tells; empty when nothing is. */
  public Optional<Wording> fault(String text) {
    if (text.contains(COVERED)) {
      return Optional.of(WORDS.render(Text.of("setting.covered")));
    } else if (kind == Kind.SECRET && text.isEmpty()) {
      return Optional.of(WORDS.render(Text.of("setting.empty-secret")));
    }
    return text.equals(value) ? Optional.empty() : wrong(text).map(WORDS::render);
  }

  private Optional<Text> wrong(String text) {
    // filled in when it is read, a reference would show what it names wherever the setting is shown
    if (text.contains("${") || (text.contains("$[") && kind != Kind.SECRET)) {
      return Optional.of(Text.of("setting.reference"));
    } else if (!choices.isEmpty()) {
      List<String> all = choices.stream().map(Choice::value).toList();
      return all.contains(text)
          ? Optional.empty()
          : Optional.of(Text.of("setting.choice", String.join(", ", all)));
    }
    return switch (kind) {
      case TEXT, SECRET -> Optional.empty();
      case SWITCH ->
          text.equals("true") || text.equals("false")
              ? Optional.empty()
              : Optional.of(Text.of("setting.switch"));
      case WHOLE -> number(text, "[+-]?\\d{1,18}", "setting.whole");
      case DECIMAL -> number(text, "[+-]?\\d{1,18}(\\.\\d{1,18})?", "setting.decimal");
    };
  }

  private Optional<Text> number(String text, String form, String otherwise) {
    if (!text.matches(form)) {
      return Optional.of(Text.of(otherwise));
    }
    BigDecimal number = new BigDecimal(text);
    boolean low = least.filter(bound -> number.compareTo(bound) < 0).isPresent();
    boolean high = most.filter(bound -> number.compareTo(bound) > 0).isPresent();
    if (!low && !high) {
      return Optional.empty();
    } else if (least.isPresent() && most.isPresent()) {
      return Optional.of(Text.of("setting.range", plain(least), plain(most)));
    }
    return Optional.of(
        low ? Text.of("setting.least", plain(least)) : Text.of("setting.most", plain(most)));
  }

  private static String plain(Optional<BigDecimal> bound) {
    return bound.orElseThrow().toPlainString();
  }
}
