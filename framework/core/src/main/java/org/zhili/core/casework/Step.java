package org.zhili.core.casework;

import org.zhili.casework.CaseFile;
import org.zhili.casework.Outcome;
import org.zhili.text.Text;

/** What the engine makes of an action: the file as it would be, or why not. */
public sealed interface Step {
  record Taken(CaseFile file) implements Step {}

  record Refused(Outcome.Reason reason, String code, Text why) implements Step {
    static Refused because(Refusal refusal, String... arguments) {
      return new Refused(
          refusal.reason(), refusal.code(), Text.of("casework." + refusal.key(), arguments));
    }
  }
}
