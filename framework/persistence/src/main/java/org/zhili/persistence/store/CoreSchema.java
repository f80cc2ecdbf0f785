package org.zhili.persistence.store;

import java.util.List;
import org.zhili.data.ModuleSchema;
import org.zhili.persistence.store.internal.CaseRow;
import org.zhili.persistence.store.internal.ReviewRow;
import org.zhili.persistence.store.internal.ScoreRow;

/**
 * Declares the tables of the town itself, all called {@code core_…}.
 *
 * <p>Times in columns are kept to the microsecond. Traces, case files and score cards, which are
 * hashed or replayed, keep theirs exactly.
 */
public final class CoreSchema implements ModuleSchema {
  @Override
  public String name() {
    return "core";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(CaseRow.class, ReviewRow.class, ScoreRow.class);
  }
}
