package org.zhili.tck.internal;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.zhili.text.Explanation;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** Whether what a plug-in says can be read in both languages. */
public record Speech(Rule rule, Words words) {
  private static final Pattern GAP = Pattern.compile("\\{\\d+}");

  /** The words of a plug-in are in the message files beside its class. */
  public static Speech of(Rule rule, Object plugin) {
    return new Speech(rule, Words.beside(plugin.getClass()));
  }

  /** A text needs words in both languages, and an argument for each gap in them. */
  public void check(Object vector, Text text) {
    Text plain = new Text(text.key(), Collections.nCopies(text.arguments().size(), "x"));
    for (Language language : Language.values()) {
      String file = "messages_" + language.suffix() + ".properties";
      if (!words.keys(language).contains(text.key())) {
        rule.broken(vector, "the key " + text.key() + " in " + file, "no such key");
      }
      String said = words.render(plain, language);
      if (said.isBlank() || GAP.matcher(said).find()) {
        rule.broken(vector, "an argument for each gap of " + text.key() + " in " + file, said);
      }
    }
  }

  /** A summary and its factors. */
  public void check(Object vector, Explanation why) {
    check(vector, why.summary());
    List<Explanation.Factor> factors = why.factors();
    factors.forEach(factor -> check(vector, factor.label()));
  }
}
