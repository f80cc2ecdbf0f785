package org.zhili.core.ingest;

import java.util.Arrays;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** The words of ingestion: reasons, dispositions, flags and kinds of quarantine. */
public final class IngestWords {
  private static final Words WORDS = Words.beside(IngestWords.class);
  private static final String KEPT = "ingest.kept.";

  private IngestWords() {}

  public static Words words() {
    return WORDS;
  }

  /** Why a message is kept raw; what others said in it is made fit to be stored and shown. */
  static Text kept(String reason, Object... arguments) {
    return Text.of(
        KEPT + reason,
        Arrays.stream(arguments)
            .map(argument -> Wellformed.clause(argument.toString()))
            .toArray(String[]::new));
  }
}
