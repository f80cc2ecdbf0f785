package org.zhili.persistence.store.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhili.core.casework.CaseStore;
import org.zhili.id.AreaId;

/** Turns what somebody wants to list into a query. */
public final class CaseQuery {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  private CaseQuery(CaseStore.Query wanted) {
    if (!wanted.states().isEmpty()) {
      and("c.state in :states", "states", wanted.states());
    }
    if (!wanted.standings().isEmpty()) {
      and("c.standing in :standings", "standings", wanted.standings());
    }
    if (!wanted.areas().isEmpty()) {
      and("c.area in :areas", "areas", wanted.areas().stream().map(AreaId::value).toList());
    }
    wanted
        .unit()
        .ifPresent(
            unit -> and("exists (select 1 from c.units u where u = :unit)", "unit", unit.value()));
    wanted.subject().ifPresent(subject -> and("c.subject = :subject", "subject", subject));
    wanted.after().ifPresent(number -> and("c.number < :after", "after", number));
  }

  private void and(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  /** The cases wanted, newest first. */
  public static TypedQuery<CaseRow> of(EntityManager entities, CaseStore.Query wanted) {
    CaseQuery query = new CaseQuery(wanted);
    String where =
        query.conditions.isEmpty() ? "" : " where " + String.join(" and ", query.conditions);
    TypedQuery<CaseRow> typed =
        entities.createQuery(
            "select c from CaseRow c" + where + " order by c.number desc", CaseRow.class);
    query.parameters.forEach(typed::setParameter);
    return typed.setMaxResults(wanted.limit());
  }
}
