package org.zhili.resources.internal.audit;

import java.util.Optional;
import org.zhili.core.audit.AuditBook;
import org.zhili.resources.internal.Trouble;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * Whether the audit is as it was written.
 *
 * @param number of the last entry
 * @param hash of the last entry; whoever notes both down can ask later whether they still hold
 * @param fault the first entry that is wrong, and how; absent when all is whole
 * @param sentence the same in words
 */
public record VerificationView(
    boolean whole, long number, String hash, Optional<AuditBook.Fault> fault, Wording sentence) {
  private static final Words WORDS = Words.beside(Trouble.class);

  static VerificationView of(AuditBook.Verification found) {
    Text sentence =
        found
            .fault()
            .map(
                fault ->
                    Text.of("resources.audit.fault." + fault.kind(), Long.toString(fault.number())))
            .orElse(Text.of("resources.audit.whole", Long.toString(found.head().number())));
    return new VerificationView(
        found.fault().isEmpty(),
        found.head().number(),
        found.head().hash(),
        found.fault(),
        WORDS.render(sentence));
  }
}
