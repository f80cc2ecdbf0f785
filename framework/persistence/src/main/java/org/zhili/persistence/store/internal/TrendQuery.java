package org.zhili.persistence.store.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseTrends;

/** Counts cases as they come and go, where they lie. */
public final class TrendQuery {
  private final Sql sql;

  public TrendQuery(Sql sql) {
    this.sql = sql;
  }

  public List<CaseTrends.Count> reported(
      CaseTrends.By by, CaseTrends.Stretch stretch, CaseTrends.Of of) {
    Conditions wanted = reported(stretch.before(), stretch.until(), of);
    String columns = by == CaseTrends.By.AREA ? "c.area" : "c.type_id, c.filing";
    String named =
        by == CaseTrends.By.AREA
            ? "c.area as name, cast(null as varchar(1)) as filing"
            : "c.type_id as name, c.filing as filing";
    List<Object> arguments = new ArrayList<>(List.of(stretch.from(), stretch.from()));
    arguments.addAll(List.of(wanted.arguments()));
    return sql.rows(
        "select "
            + named
            + ", count(case when c.reported_at >= ? then 1 end) as now_reported"
            + ", count(case when c.reported_at < ? then 1 end) as before_reported"
            + " from core_case c"
            + wanted.where()
            + " group by "
            + columns,
        row ->
            new CaseTrends.Count(
                row.text("name"),
                row.maybe("filing"),
                row.number("now_reported"),
                row.number("before_reported")),
        arguments.toArray());
  }

  public CaseTrends.Flow flow(Instant from, Instant until, CaseTrends.Of of) {
    Conditions closed =
        of(of)
            .and("c.closed_at >= ? and c.closed_at < ?", from, until)
            .and("c.standing = ?", Standing.CLOSED.name());
    return new CaseTrends.Flow(count(reported(from, until, of)), count(closed));
  }

  private long count(Conditions wanted) {
    return sql.rows(
            "select count(*) as cases from core_case c" + wanted.where(),
            row -> row.number("cases"),
            wanted.arguments())
        .get(0);
  }

  private static Conditions reported(Instant from, Instant until, CaseTrends.Of of) {
    return of(of)
        .and("c.reported_at >= ? and c.reported_at < ?", from, until)
        .and("not c.standing = any(?)", CaseTrends.NONE.stream().map(Standing::name).toList());
  }

  private static Conditions of(CaseTrends.Of of) {
    return new Conditions().within("c.area", of.areas()).involving(of.units());
  }
}
