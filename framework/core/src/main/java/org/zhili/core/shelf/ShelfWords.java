package org.zhili.core.shelf;

import java.util.List;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** The words in which the shelf speaks to the people who run a town. */
public final class ShelfWords {
  private static final Words WORDS = Words.beside(ShelfWords.class);

  private ShelfWords() {}

  /** One sentence. */
  public static Wording say(String key, String... arguments) {
    return WORDS.render(Text.of("shelf." + key, arguments));
  }

  /** One sentence, whose arguments have words of their own in each language. */
  public static Wording tell(String key, List<Wording> arguments) {
    return new Wording(in(Language.ZH, key, arguments), in(Language.EN, key, arguments));
  }

  /** Sentences of the shelf. */
  public static List<Wording> all(List<Text> sentences) {
    return sentences.stream().map(WORDS::render).toList();
  }

  private static String in(Language language, String key, List<Wording> arguments) {
    String[] said =
        arguments.stream().map(argument -> argument.in(language)).toArray(String[]::new);
    return WORDS.render(Text.of("shelf." + key, said), language);
  }
}
