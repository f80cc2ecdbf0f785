package org.zhili.core.ingest;

import org.zhili.text.Words;

/** The words of ingestion: reasons, dispositions, flags and kinds of quarantine. */
public final class IngestWords {
  private IngestWords() {}

  public static Words words() {
    return Words.beside(IngestWords.class);
  }
}
