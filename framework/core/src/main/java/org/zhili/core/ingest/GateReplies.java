package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhili.core.plugin.Answer;

/** What the gate answered, as the pipeline speaks of it. */
final class GateReplies {
  private GateReplies() {}

  static <R> List<Reply<R>> of(List<Answer<R>> answers) {
    List<Reply<R>> replies = new ArrayList<>(answers.size());
    for (Answer<R> answer : answers) {
      replies.add(of(answer));
    }
    return replies;
  }

  private static <R> Reply<R> of(Answer<R> answer) {
    if (answer instanceof Answer.Given<R> given) {
      return new Reply.Given<>(given.value());
    } else if (answer instanceof Answer.Overran<R> overran) {
      return new Reply.None<>(
          IngestWords.kept("overran", overran.limit().toMillis()),
          overran.spins() ? Quarantine.ATTEMPTS : 1);
    } else if (answer instanceof Answer.Broke<R> broke) {
      return new Reply.None<>(IngestWords.kept("broke", broke.error()));
    } else if (answer instanceof Answer.NotAsked<R> spared) {
      String why = spared.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new Reply.None<>(IngestWords.kept("not-asked." + why), 0);
    }
    return new Reply.None<>(IngestWords.kept("left"));
  }
}
