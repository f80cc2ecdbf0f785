package org.zhili.resources.imports;

import java.util.Optional;
import org.zhili.core.city.Change;
import org.zhili.resources.problem.ProblemException;

/**
 * What is to become of an entry that was brought.
 *
 * @param refusal why it cannot be; empty when it can
 */
public record Verdict<T>(Change<T> change, Optional<ProblemException> refusal) {
  /**
   * Judge an entry.
   *
   * @param check throws when it cannot be
   */
  public static <T> Verdict<T> of(T wanted, Optional<T> present, Runnable check) {
    Change<T> change = new Change<>(present, wanted);
    try {
      check.run();
      return new Verdict<>(change, Optional.empty());
    } catch (ProblemException refusal) {
      return new Verdict<>(change, Optional.of(refusal));
    }
  }

  boolean isSame() {
    return change.before().equals(Optional.of(change.after()));
  }
}
