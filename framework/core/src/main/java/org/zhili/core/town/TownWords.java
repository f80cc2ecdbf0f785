package org.zhili.core.town;

import org.zhili.core.casework.CaseEngine;
import org.zhili.core.grading.GradingRun;
import org.zhili.core.ingest.IngestWords;
import org.zhili.core.term.Term;
import org.zhili.text.Words;

/** The words of the town's own parts. */
final class TownWords {
  static final Words OWN =
      Words.beside(CaseEngine.class)
          .plus(Words.beside(GradingRun.class))
          .plus(IngestWords.words())
          .plus(Term.own())
          .plus(Words.beside(Town.class));

  private TownWords() {}
}
