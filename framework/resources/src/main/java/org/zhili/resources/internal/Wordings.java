package org.zhili.resources.internal;

import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.core.ingest.Alarm;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** What people call states, standings and reasons. */
public final class Wordings {
  private static final Words WORDS = Words.beside(Wordings.class);

  private Wordings() {}

  public static Wording of(CaseState state) {
    return WORDS.render(Text.of("resources.state." + state.name()));
  }

  public static Wording of(Standing standing) {
    return WORDS.render(Text.of("resources.standing." + standing.name()));
  }

  /** How it stands; that it waits for its module comes before all else. */
  public static Wording standingOf(CaseFile file) {
    return file.halted() ? WORDS.render(Text.of("resources.standing.halted")) : of(file.standing());
  }

  /** Why the report of a resident goes on in another case. */
  public static Wording sameMatter() {
    return WORDS.render(Text.of("resources.same-matter"));
  }

  public static Wording of(ReviewReason reason) {
    return WORDS.render(Text.of("resources.review." + reason.name()));
  }

  public static Wording of(Alarm.Disposition disposition) {
    return WORDS.render(Text.of("resources.alarm." + disposition.name()));
  }
}
