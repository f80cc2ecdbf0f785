package org.zhili.persistence.store.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/** The conditions of a list, and their arguments; without any, all rows. */
public final class Conditions {
  private static final int MOST_TEXT = 200;

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> arguments = new ArrayList<>();

  /** Add one, with an argument for each of its question marks. */
  public Conditions and(String condition, Object... given) {
    conditions.add(condition);
    arguments.addAll(List.of(given));
    return this;
  }

  /** Keep to these areas, unless there are none. */
  public Conditions within(String column, Collection<AreaId> areas) {
    return areas.isEmpty()
        ? this
        : and(column + " = any(?)", areas.stream().map(AreaId::value).toList());
  }

  /** Keep to rows of these values, unless there are none. */
  public Conditions among(String column, Collection<String> values) {
    return values.isEmpty() ? this : and(column + " = any(?)", List.copyOf(values));
  }

  /** Keep to rows of which one of these columns holds the text, in letters of any size. */
  public Conditions holding(List<String> columns, String text) {
    String pattern = "%" + Texts.storable(text, MOST_TEXT).replaceAll("[!%_]", "!$0") + "%";
    Conditions either = new Conditions();
    columns.forEach(
        column -> either.and("lower(" + column + ") like lower(?) escape '!'", pattern));
    return any(either);
  }

  /** Keep to rows for which any of these conditions holds, unless there are none. */
  public Conditions any(Conditions those) {
    return those.conditions.isEmpty()
        ? this
        : and("(" + String.join(" or ", those.conditions) + ")", those.arguments.toArray());
  }

  /** Keep to cases that one of these units has a part in, unless there are none. */
  public Conditions involving(Collection<UnitId> units) {
    return units.isEmpty()
        ? this
        : and(
            "exists (select 1 from core_case_unit u where u.case_id = c.id and u.unit = any(?))",
            units.stream().map(UnitId::value).toList());
  }

  public String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The arguments, and those of what comes behind the conditions. */
  public Object[] arguments(Object... behind) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(List.of(behind));
    return all.toArray();
  }
}
