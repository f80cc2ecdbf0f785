package org.zhili.casework;

import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;
import org.zhili.id.CaseId;

/**
 * Where cases are opened and moved. The framework offers this; a module asks for it.
 *
 * <p>Thread-safe. A call joins the caller's database transaction when there is one, and is atomic
 * otherwise. A refusal is decided before anything is written.
 */
@ProviderType
public interface CaseDesk {
  /**
   * Open a case, or join the open one that has the same key.
   *
   * @throws IllegalArgumentException when no installed module brings its type, or the type lacks
   *     the filing condition
   */
  Opened open(NewCase newCase, Actor by);

  Optional<CaseFile> find(CaseId id);

  /**
   * Act on a case.
   *
   * @param ifVersion refuse as {@link Outcome.Reason#STALE} when the file has moved on from this
   */
  Outcome act(CaseId id, CaseAction action, Actor by, OptionalLong ifVersion);
}
