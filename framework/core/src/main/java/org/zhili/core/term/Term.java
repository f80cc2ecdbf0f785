package org.zhili.core.term;

import java.util.List;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * What people call something that registers, rules and devices tell by a code: a kind of thing
 * ({@code trash_bin}), what can be wrong with it ({@code tilted}), or what is measured ({@code
 * battery.level}).
 *
 * <p>Names are words like any other, with the key {@code term.} and the code: the town has those of
 * its own codes, a plug-in brings those of its codes in its message files, and a city puts its own
 * in their place. A code without a name is shown as it is.
 */
public record Term(String code, Wording name) {
  private static final String KEY = "term.";

  /** The names the town itself has. */
  public static Words own() {
    return Words.beside(Term.class);
  }

  /** The name of a code; the code itself where it has none. */
  public static Wording name(Words words, String code) {
    return words.knows(KEY + code) ? words.render(Text.of(KEY + code)) : Wording.same(code);
  }

  /** All that have a name in both languages, by code. */
  public static List<Term> of(Words words) {
    return words.keys(Language.ZH).stream()
        .filter(key -> key.startsWith(KEY) && words.knows(key))
        .sorted()
        .map(key -> new Term(key.substring(KEY.length()), words.render(Text.of(key))))
        .toList();
  }
}
