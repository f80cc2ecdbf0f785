package org.zhili.core.casework;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.core.store.Transactions;

/** The case types in force, and every version an open case may still follow. */
public final class CaseTypes {
  private final Transactions transactions;
  private final CaseTypeStore store;
  private final Map<CaseTypeRef, CaseType> known = new ConcurrentHashMap<>();
  private volatile Map<String, CaseType> inForce = Map.of();

  public CaseTypes(Transactions transactions, CaseTypeStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * Put these types in force, and no others: those of installed modules, and the city's own. Of one
   * id the highest version holds.
   */
  public void inForce(Collection<CaseType> types) {
    Map<String, CaseType> highest = new HashMap<>();
    for (CaseType type : types) {
      highest.merge(type.id(), type, (a, b) -> a.version() >= b.version() ? a : b);
    }
    transactions.run(() -> highest.values().forEach(store::keep));
    highest.values().forEach(type -> known.put(type.ref(), type));
    inForce = Map.copyOf(highest);
  }

  /** The version new cases of this type are opened with. */
  public Optional<CaseType> current(String id) {
    return Optional.ofNullable(inForce.get(id));
  }

  public Collection<CaseType> current() {
    return inForce.values();
  }

  /** The version a case was opened with. */
  public CaseType of(CaseTypeRef ref) {
    CaseType type = known.get(ref);
    if (type == null) {
      type =
          transactions
              .run(() -> store.find(ref))
              .orElseThrow(() -> new IllegalStateException("case type " + ref + " was not kept"));
      known.put(ref, type);
    }
    return type;
  }
}
