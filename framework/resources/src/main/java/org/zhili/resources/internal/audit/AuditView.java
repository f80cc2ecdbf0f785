package org.zhili.resources.internal.audit;

import java.time.Instant;
import java.util.regex.Pattern;
import org.zhili.core.audit.AuditEntry;
import org.zhili.core.audit.AuditNote;
import org.zhili.resources.internal.Trouble;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * An entry of the audit (审计记录).
 *
 * @param at real time
 * @param who name of an account; {@code -} when nobody had logged in
 * @param hash over this entry and the hash before it
 */
public record AuditView(
    long number,
    Instant at,
    String who,
    String action,
    Wording actionName,
    AuditNote.Outcome outcome,
    String subject,
    String detail,
    String hash) {
  private static final Words WORDS = Words.beside(Trouble.class);
  private static final Pattern KEY = Pattern.compile("[a-z.-]+");

  static AuditView of(AuditEntry entry) {
    AuditNote note = entry.note();
    return new AuditView(
        entry.number(),
        note.at(),
        note.who(),
        note.action(),
        named(note.action()),
        note.outcome(),
        note.subject(),
        note.detail(),
        entry.hash());
  }

  /** What modules note may have no words here. */
  private static Wording named(String action) {
    String key = "resources.audit.action." + action;
    return KEY.matcher(action).matches() && WORDS.knows(key)
        ? WORDS.render(Text.of(key))
        : Wording.same(action);
  }
}
