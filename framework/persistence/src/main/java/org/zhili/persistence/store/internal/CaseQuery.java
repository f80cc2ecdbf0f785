package org.zhili.persistence.store.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore;
import org.zhili.id.AreaId;

/** Turns what somebody wants to list into a query. */
public final class CaseQuery {
  /** The standings of cases that are not at an end. */
  public static final Set<Standing> UNFINISHED =
      Stream.of(Standing.values())
          .filter(standing -> !standing.ended())
          .collect(Collectors.toUnmodifiableSet());

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  private CaseQuery(String type, Optional<String> after) {
    and("c.typeId = :type", "type", type);
    and("c.standing in :unfinished", "unfinished", UNFINISHED);
    after.ifPresent(this::after);
  }

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
    wanted.after().ifPresent(this::after);
  }

  private void after(String number) {
    and("c.number < :after", "after", number);
  }

  private void and(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  /** The cases wanted, newest first. */
  public static TypedQuery<CaseRow> of(EntityManager entities, CaseStore.Query wanted) {
    return new CaseQuery(wanted).of(entities).setMaxResults(wanted.limit());
  }

  /** The unfinished cases of a type, newest first, from behind a number. */
  public static TypedQuery<CaseRow> unfinished(
      EntityManager entities, String type, Optional<String> after) {
    return new CaseQuery(type, after).of(entities);
  }

  private TypedQuery<CaseRow> of(EntityManager entities) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<CaseRow> typed =
        entities.createQuery(
            "select c from CaseRow c" + where + " order by c.number desc", CaseRow.class);
    parameters.forEach(typed::setParameter);
    return typed;
  }
}
