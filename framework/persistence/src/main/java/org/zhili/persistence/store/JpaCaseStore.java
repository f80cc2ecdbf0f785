package org.zhili.persistence.store;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.store.StoreConflict;
import org.zhili.data.Database;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.persistence.store.internal.CaseQuery;
import org.zhili.persistence.store.internal.CaseRow;
import org.zhili.persistence.store.internal.Conditions;
import org.zhili.persistence.store.internal.Entities;
import org.zhili.persistence.store.internal.Sql;
import org.zhili.persistence.store.internal.TrendQuery;

/** Case files as entities. */
public final class JpaCaseStore implements CaseStore {
  private static final Set<Standing> UNFINISHED = CaseQuery.UNFINISHED;

  private final Entities entities;
  private final Sql sql;
  private final String countUp;

  public JpaCaseStore(Database database) {
    this.entities = new Entities(database);
    this.sql = new Sql(database);
    this.countUp =
        sql.of(
            "select last from final table (merge into core_case_day d"
                + " using (values (cast(? as date))) today (reported_on)"
                + " on d.reported_on = today.reported_on"
                + " when matched then update set last = d.last + 1"
                + " when not matched then insert values (today.reported_on, 1))",
            "insert into core_case_day as d (reported_on, last) values (?, 1)"
                + " on conflict (reported_on) do update set last = d.last + 1 returning last");
  }

  @Override
  public void insert(CaseFile file) {
    entities.write(
        em -> {
          em.persist(new CaseRow(file));
          return true;
        });
  }

  @Override
  public void update(CaseFile file) {
    entities.write(
        em -> {
          CaseRow row = em.find(CaseRow.class, file.id().value());
          if (row == null || row.version() != file.version() - 1) {
            throw new StoreConflict("case " + file.number() + " has moved on");
          }
          row.become(file);
          return true;
        });
  }

  @Override
  public Optional<CaseFile> find(CaseId id) {
    return entities.read(
        em -> Optional.ofNullable(em.find(CaseRow.class, id.value())).map(CaseRow::file));
  }

  @Override
  public Optional<CaseFile> findByNumber(String number) {
    return findBy("number", number);
  }

  @Override
  public Optional<CaseFile> findByPublicCode(String code) {
    return findBy("publicCode", code);
  }

  @Override
  public Optional<CaseFile> findOpen(String key) {
    return findBy("openKey", key);
  }

  private Optional<CaseFile> findBy(String attribute, String value) {
    return entities.read(
        em ->
            em.createQuery(
                    "select c from CaseRow c where c." + attribute + " = :value", CaseRow.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst()
                .map(CaseRow::file));
  }

  @Override
  public long nextNumber(LocalDate day) {
    return sql.write(countUp, row -> row.number("last"), day).get(0);
  }

  private record Led(String unit, long cases) {}

  @Override
  public Map<UnitId, Integer> openCases(Set<UnitId> units) {
    if (units.isEmpty()) {
      return Map.of();
    }
    Map<UnitId, Integer> counts = new HashMap<>();
    sql.rows(
            "select lead_unit, count(*) as cases from core_case"
                + " where lead_unit = any(?) and standing = any(?) group by lead_unit",
            row -> new Led(row.text("lead_unit"), row.number("cases")),
            units.stream().map(UnitId::value).toList(),
            UNFINISHED.stream().map(Standing::name).toList())
        .forEach(led -> counts.put(new UnitId(led.unit), Math.toIntExact(led.cases)));
    return counts;
  }

  @Override
  public Set<String> unfinishedTypes() {
    return Set.copyOf(
        sql.rows(
            "select distinct type_id from core_case where standing = any(?)",
            row -> row.text("type_id"),
            UNFINISHED.stream().map(Standing::name).toList()));
  }

  @Override
  public List<CaseFile> unfinished(String type, Optional<String> after, int limit) {
    return entities.read(em -> files(CaseQuery.unfinished(em, type, after).setMaxResults(limit)));
  }

  @Override
  public List<CaseFile> list(Query query) {
    return entities.read(em -> files(CaseQuery.of(em, query)));
  }

  @Override
  public List<Waiting> dueFirst(Query query, Optional<Turn> after) {
    return entities.read(
        em ->
            CaseQuery.dueFirst(em, query, after)
                .getResultStream()
                .map(row -> waiting(((CaseRow) row[0]).file(), (Instant) row[1]))
                .toList());
  }

  private static Waiting waiting(CaseFile file, Instant due) {
    Optional<Instant> some = Optional.of(due).filter(at -> at.isBefore(CaseRow.NEVER));
    return new Waiting(file, new Turn(some, file.number()));
  }

  @Override
  public long count(Query query) {
    return entities.read(em -> CaseQuery.count(em, query).getSingleResult());
  }

  @Override
  public void due(CaseId id, Optional<Instant> at) {
    sql.update(
        "update core_case set due_at = ? where id = ?", at.orElse(CaseRow.NEVER), id.value());
  }

  @Override
  public List<CaseFile> alive(Instant from, Instant until) {
    return entities.read(
        em ->
            files(
                em.createQuery(
                        "select c from CaseRow c where c.reportedAt < :until and"
                            + " (c.standing in :unfinished or c.closedAt >= :from)"
                            + " order by c.number",
                        CaseRow.class)
                    .setParameter("until", until.truncatedTo(ChronoUnit.MICROS))
                    .setParameter("from", from.truncatedTo(ChronoUnit.MICROS))
                    .setParameter("unfinished", UNFINISHED)));
  }

  @Override
  public List<CaseFile> reportedFrom(Instant from, String after, Instant until, int limit) {
    return entities.read(
        em ->
            files(
                em.createQuery(
                        "select c from CaseRow c where c.reportedAt >= :from"
                            + " and c.reportedAt < :until"
                            + " and (c.reportedAt > :from or c.number > :after)"
                            + " order by c.reportedAt, c.number",
                        CaseRow.class)
                    .setParameter("from", from.truncatedTo(ChronoUnit.MICROS))
                    .setParameter("until", until.truncatedTo(ChronoUnit.MICROS))
                    .setParameter("after", after)
                    .setMaxResults(limit)));
  }

  private static List<CaseFile> files(TypedQuery<CaseRow> query) {
    return query.getResultStream().map(CaseRow::file).toList();
  }

  @Override
  public boolean closedAt(AssetId asset, Instant from, Instant until, CaseId other) {
    return sql.row(
            "select 1 as found from core_case where asset = ? and closed_at >= ?"
                + " and closed_at < ? and id <> ? limit 1",
            row -> row.number("found"),
            asset.value(),
            from,
            until,
            other.value())
        .isPresent();
  }

  private record Uncovered(UUID id, String number, String words, boolean left) {}

  @Override
  public Optional<String> cover(String from, int limit) {
    List<Uncovered> page =
        sql.rows(
            "select id, number, words, covered = '' as uncovered from core_case where number < ?"
                + " order by number desc limit ?",
            row ->
                new Uncovered(
                    row.uuid("id"), row.text("number"), row.text("words"), row.truth("uncovered")),
            from,
            limit);
    page.stream()
        .filter(one -> one.left && !one.words.isEmpty())
        .forEach(
            one ->
                sql.update(
                    "update core_case set covered = ? where id = ? and covered = ''",
                    CaseRow.covered(one.words),
                    one.id));
    return page.size() < limit ? Optional.empty() : Optional.of(page.get(limit - 1).number);
  }

  private record Counted(Standing standing, CaseState state, long cases) {}

  @Override
  public Tally tally(Set<AreaId> areas, Set<UnitId> units) {
    Conditions wanted = new Conditions().within("c.area", areas).involving(units);
    Map<CaseState, Long> open = new EnumMap<>(CaseState.class);
    Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    List<Counted> counts =
        sql.rows(
            "select c.standing, c.state, count(*) as cases from core_case c"
                + wanted.where()
                + " group by c.standing, c.state",
            row ->
                new Counted(
                    row.word(Standing.class, "standing"),
                    row.word(CaseState.class, "state"),
                    row.number("cases")),
            wanted.arguments());
    for (Counted counted : counts) {
      standings.merge(counted.standing, counted.cases, Long::sum);
      if (!counted.standing.ended()) {
        open.merge(counted.state, counted.cases, Long::sum);
      }
    }
    return new Tally(open, standings);
  }

  @Override
  public List<Count> reported(By by, Stretch stretch, Of of) {
    return new TrendQuery(sql).reported(by, stretch, of);
  }

  @Override
  public Flow flow(Instant from, Instant until, Of of) {
    return new TrendQuery(sql).flow(from, until, of);
  }
}
