package org.zhili.core.shelf;

import java.util.List;
import org.zhili.text.Wording;

/** What came of a change to the shelf, in sentences for the person who wanted it. */
public sealed interface Outcome {
  List<Wording> sentences();

  /** It was done; the sentences say what is now in use. */
  record Done(List<Wording> sentences) implements Outcome {
    public Done {
      sentences = List.copyOf(sentences);
    }
  }

  /** Nothing was changed; each sentence names a cause and its remedy. */
  record Refused(List<Wording> sentences) implements Outcome {
    public Refused {
      sentences = List.copyOf(sentences);
    }
  }
}
