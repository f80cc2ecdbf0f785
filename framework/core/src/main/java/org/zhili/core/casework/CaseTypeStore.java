package org.zhili.core.casework;

import java.util.Optional;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;

/**
 * Keeps every version of every case type that was ever in force, so that a case stays readable when
 * the module that brought its type has left.
 */
public interface CaseTypeStore {
  /**
   * Keep a version; keeping it again is nothing.
   *
   * @throws IllegalArgumentException when the same version was kept with other content
   */
  void keep(CaseType type);

  Optional<CaseType> find(CaseTypeRef ref);
}
