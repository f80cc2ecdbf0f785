package org.zhili.core.casework;

import java.time.LocalDate;
import java.util.List;
import org.zhili.casework.CaseFile;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Transactions;

/** A store of cases, empty when a test begins. */
public abstract class CaseStoreFixture {
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  protected abstract Transactions transactions();

  protected abstract CaseStore store();

  void insert(CaseFile... files) {
    transactions().run(() -> List.of(files).forEach(store()::insert));
  }

  void update(CaseFile file) {
    transactions().run(() -> store().update(file));
  }

  boolean wins(Runnable work) {
    try {
      transactions().run(work);
      return true;
    } catch (StoreConflict conflict) {
      return false;
    }
  }

  long nextNumber(LocalDate day) {
    return transactions().run(() -> store().nextNumber(day));
  }
}
