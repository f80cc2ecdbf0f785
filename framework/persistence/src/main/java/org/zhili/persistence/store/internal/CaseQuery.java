package org.zhili.persistence.store.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.text.Personal;

/** Turns what somebody wants to list into a query. */
public final class CaseQuery {
  /** The standings of cases that are not at an end. */
  public static final Set<Standing> UNFINISHED =
      Stream.of(Standing.values())
          .filter(standing -> !standing.ended())
          .collect(Collectors.toUnmodifiableSet());

  private static final String BY_NUMBER = " order by c.number desc";

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
    if (!wanted.units().isEmpty()) {
      and(
          "exists (select 1 from c.units u where u in :units)",
          "units",
          wanted.units().stream().map(UnitId::value).toList());
    }
    wanted.subject().ifPresent(subject -> and("c.subject = :subject", "subject", subject));
    search(wanted.search());
  }

  private CaseQuery(String type) {
    and("c.typeId = :type", "type", type);
    and("c.standing in :unfinished", "unfinished", UNFINISHED);
  }

  private void search(CaseStore.Search search) {
    search
        .text()
        .ifPresent(text -> and(sought(text) + " like :text escape '!'", "text", holding(text)));
    search
        .ended()
        .ifPresent(
            ended ->
                and(
                    "c.standing " + (ended ? "not in" : "in") + " :unfinished",
                    "unfinished",
                    UNFINISHED));
    search.dueBefore().ifPresent(time -> and("c.dueAt < :dueBefore", "dueBefore", micros(time)));
  }

  /** What is covered is not found by guessing, digit by digit, but by whoever knows all of it. */
  private static String sought(String text) {
    return Personal.isOne(text) ? "c.words" : "c.covered";
  }

  /** Where letters stand for themselves, whatever they mean to the database. */
  private static String holding(String text) {
    String plain = Texts.storable(text, 200).toLowerCase(Locale.ROOT);
    return "%" + plain.replaceAll("[!%_]", "!$0") + "%";
  }

  private static Instant micros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private CaseQuery after(Optional<String> number) {
    number.ifPresent(last -> and("c.number < :after", "after", last));
    return this;
  }

  private CaseQuery behind(Optional<CaseStore.Turn> turn) {
    turn.ifPresent(
        last -> {
          and("(c.dueAt > :due or (c.dueAt = :due and c.number < :after))", "after", last.number());
          parameters.put("due", last.due().map(CaseQuery::micros).orElse(CaseRow.NEVER));
        });
    return this;
  }

  private void and(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  /** The cases wanted, newest first. */
  public static TypedQuery<CaseRow> of(EntityManager entities, CaseStore.Query wanted) {
    return new CaseQuery(wanted)
        .after(wanted.after())
        .select(entities, "c", CaseRow.class, BY_NUMBER)
        .setMaxResults(wanted.limit());
  }

  /** The cases wanted, each with when it is due, first what is due first. */
  public static TypedQuery<Object[]> dueFirst(
      EntityManager entities, CaseStore.Query wanted, Optional<CaseStore.Turn> behind) {
    return new CaseQuery(wanted)
        .behind(behind)
        .select(entities, "c, c.dueAt", Object[].class, " order by c.dueAt, c.number desc")
        .setMaxResults(wanted.limit());
  }

  /** How many cases are wanted. */
  public static TypedQuery<Long> count(EntityManager entities, CaseStore.Query wanted) {
    return new CaseQuery(wanted).select(entities, "count(c)", Long.class, "");
  }

  /** The unfinished cases of a type, newest first, from behind a number. */
  public static TypedQuery<CaseRow> unfinished(
      EntityManager entities, String type, Optional<String> after) {
    return new CaseQuery(type).after(after).select(entities, "c", CaseRow.class, BY_NUMBER);
  }

  private <T> TypedQuery<T> select(
      EntityManager entities, String what, Class<T> type, String order) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<T> typed =
        entities.createQuery("select " + what + " from CaseRow c" + where + order, type);
    parameters.forEach(typed::setParameter);
    return typed;
  }
}
