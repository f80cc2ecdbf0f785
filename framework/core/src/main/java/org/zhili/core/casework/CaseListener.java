package org.zhili.core.casework;

import java.util.Optional;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseEvent;
import org.zhili.casework.CaseFile;

/** Follows every change of a case, in the transaction that writes it. Must be quick. */
@FunctionalInterface
public interface CaseListener {
  void changed(Change change);

  /**
   * A change of a case.
   *
   * @param before empty when the case was opened
   * @param action empty when the case was opened
   */
  record Change(
      Optional<CaseFile> before, CaseFile after, Optional<CaseAction> action, CaseEvent event) {}
}
