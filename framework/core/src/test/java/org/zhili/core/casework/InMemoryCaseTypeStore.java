package org.zhili.core.casework;

import java.util.Optional;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;

/** Case types without a database. */
public final class InMemoryCaseTypeStore implements CaseTypeStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, CaseType> types;
  private volatile Runnable keeping = () -> {};

  public InMemoryCaseTypeStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.types = new InMemoryTable<>(transactions);
  }

  /** Do this before every write. */
  public void whenKeeping(Runnable action) {
    keeping = action;
  }

  @Override
  public void keep(CaseType type) {
    keeping.run();
    transactions.run(
        () -> {
          String name = type.ref().toString();
          if (!types.add(name, type) && !types.get(name).equals(Optional.of(type))) {
            throw new IllegalArgumentException(
                "case type " + name + " was kept with other content; give it a new version");
          }
        });
  }

  @Override
  public Optional<CaseType> find(CaseTypeRef ref) {
    return types.get(ref.toString());
  }
}
