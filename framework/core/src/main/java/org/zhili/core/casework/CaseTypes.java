package org.zhili.core.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.core.store.Transactions;

/** The case types in force, and every version an open case may still follow. */
public final class CaseTypes {
  private static final Logger LOG = LoggerFactory.getLogger(CaseTypes.class);

  private final Transactions transactions;
  private final CaseTypeStore store;
  private final Map<CaseTypeRef, CaseType> known = new ConcurrentHashMap<>();
  private volatile Map<String, CaseType> inForce = Map.of();
  private volatile List<CaseTypeRef> altered = List.of();

  public CaseTypes(Transactions transactions, CaseTypeStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * Put these types in force, and no others: those of installed modules, and the city's own. Of one
   * id the highest version holds. Of a version that was kept with other content, what was kept
   * holds on, since open cases follow it.
   */
  public void inForce(Collection<CaseType> types) {
    Map<String, CaseType> highest = new HashMap<>();
    for (CaseType type : types) {
      highest.merge(type.id(), type, (a, b) -> a.version() >= b.version() ? a : b);
    }
    List<CaseTypeRef> changed = new ArrayList<>();
    for (CaseType type : List.copyOf(highest.values())) {
      if (!keep(type)) {
        changed.add(type.ref());
        highest.put(type.id(), of(type.ref()));
      }
    }
    highest.values().forEach(type -> known.put(type.ref(), type));
    changed.stream()
        .filter(ref -> !altered.contains(ref))
        .forEach(ref -> LOG.warn("Case type {} was changed without a new version", ref));
    altered = List.copyOf(changed);
    inForce = Map.copyOf(highest);
  }

  /** Keep a version; false when it was kept before with other content. */
  private boolean keep(CaseType type) {
    try {
      transactions.run(() -> store.keep(type));
      return true;
    } catch (IllegalArgumentException differs) {
      return false;
    }
  }

  /** Versions whose content was changed since they were first kept. */
  public List<CaseTypeRef> altered() {
    return altered;
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
              .read(() -> store.find(ref))
              .orElseThrow(() -> new IllegalStateException("case type " + ref + " was not kept"));
      known.put(ref, type);
    }
    return type;
  }
}
