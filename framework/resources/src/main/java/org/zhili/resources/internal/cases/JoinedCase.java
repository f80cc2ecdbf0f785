package org.zhili.resources.internal.cases;

import org.zhili.casework.CaseFile;
import org.zhili.casework.Standing;
import org.zhili.resources.internal.Wordings;
import org.zhili.text.Wording;

/** The open case that a report was added to, for a reporter who does not see it. */
public record JoinedCase(String number, Standing standing, Wording standingName) {
  static JoinedCase of(CaseFile file) {
    return new JoinedCase(file.number(), file.standing(), Wordings.of(file.standing()));
  }
}
