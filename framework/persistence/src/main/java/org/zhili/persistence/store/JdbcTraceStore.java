package org.zhili.persistence.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.trace.Checkpoint;
import org.zhili.core.trace.TraceEntry;
import org.zhili.core.trace.TraceStore;
import org.zhili.data.Database;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.persistence.store.internal.Json;
import org.zhili.persistence.store.internal.Nanos;
import org.zhili.persistence.store.internal.Row;
import org.zhili.persistence.store.internal.Sql;

/**
 * Traces in tables that the database itself refuses to change.
 *
 * <p>{@link #headsAfter} keeps everybody else from appending until the transaction ends, and waits
 * for those who are just doing so: what it answers, and {@link #position()} after it, miss nothing.
 * So call it last, and in a short transaction.
 */
public final class JdbcTraceStore implements TraceStore {
  private static final String COLUMNS =
      "case_id, sequence, written_at, written_nanos, actor, unit, action, arguments, step, state,"
          + " standing, advisor, previous, hash";

  private static final String HEADS =
      "select t.case_id, t.sequence, t.hash from core_trace t"
          + " join (select case_id, max(sequence) as latest from core_trace where position > ?"
          + " group by case_id) grown on grown.case_id = t.case_id and grown.latest = t.sequence";

  private static final String GROWN = "select position, case_id, sequence from core_trace where ";

  private final Sql sql;
  private final String append;

  public JdbcTraceStore(Database database) {
    this.sql = new Sql(database);
    this.append =
        "insert into core_trace (position, "
            + COLUMNS
            + ") values ("
            + sql.of("(select last from core_trace_end)", "nextval('core_trace_position')")
            + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  }

  @Override
  public void append(TraceEntry entry) {
    sql.together(
        () -> {
          if (!sql.onPostgres()) {
            sql.update("update core_trace_end set last = last + 1");
          }
          return sql.update(
              append,
              entry.caseId().value(),
              entry.sequence(),
              entry.at(),
              Nanos.of(entry.at()),
              entry.actor(),
              entry.unit().map(UnitId::value),
              entry.action(),
              Json.writeMap(entry.arguments()),
              entry.step(),
              entry.state(),
              entry.standing(),
              entry.advisor(),
              entry.previous(),
              entry.hash());
        });
  }

  @Override
  public List<TraceEntry> of(CaseId caseId) {
    return sql.rows(
        "select " + COLUMNS + " from core_trace where case_id = ? order by sequence",
        JdbcTraceStore::entry,
        caseId.value());
  }

  @Override
  public Optional<TraceEntry> head(CaseId caseId) {
    return sql.row(
        "select " + COLUMNS + " from core_trace where case_id = ? order by sequence desc limit 1",
        JdbcTraceStore::entry,
        caseId.value());
  }

  @Override
  public List<Head> headsAfter(long position) {
    return sql.together(
        () -> {
          if (sql.onPostgres()) {
            sql.update("lock table core_trace in share mode");
          } else {
            sql.write("select last from core_trace_end for update", row -> row.number("last"));
          }
          List<Head> heads = new ArrayList<>(sql.rows(HEADS, JdbcTraceStore::head, position));
          heads.sort(Comparator.comparing(head -> head.caseId().toString()));
          return heads;
        });
  }

  @Override
  public List<Grown> grown(long after, Set<Long> leftOut, int limit) {
    if (leftOut.isEmpty()) {
      return behind(after, limit);
    }
    return sql.readTogether(
        () ->
            Stream.concat(at(leftOut).stream(), behind(after, limit).stream())
                .distinct()
                .sorted(Comparator.comparing(Grown::position))
                .limit(limit)
                .toList());
  }

  // one statement for both would go through the whole log on H2
  private List<Grown> behind(long after, int limit) {
    return sql.rows(
        GROWN + "position > ? order by position limit ?", JdbcTraceStore::grown, after, limit);
  }

  private List<Grown> at(Set<Long> positions) {
    return sql.rows(GROWN + "position = any(?)", JdbcTraceStore::grown, positions);
  }

  @Override
  public long position() {
    return sql.row(
            "select coalesce(max(position), 0) as latest from core_trace",
            row -> row.number("latest"))
        .orElse(0L);
  }

  @Override
  public Optional<Instant> latest() {
    return sql.row(
        "select written_at, written_nanos from core_trace"
            + " order by written_at desc, written_nanos desc limit 1",
        row -> Nanos.time(row, "written"));
  }

  @Override
  public void append(Checkpoint checkpoint) {
    sql.together(
        () -> {
          sql.update(
              "insert into core_checkpoint (number, set_at, set_nanos, position, previous, hash)"
                  + " values (?, ?, ?, ?, ?, ?)",
              checkpoint.number(),
              checkpoint.at(),
              Nanos.of(checkpoint.at()),
              checkpoint.position(),
              checkpoint.previous(),
              checkpoint.hash());
          return sql.batch(
              "insert into core_checkpoint_head (number, case_id, length, hash)"
                  + " values (?, ?, ?, ?)",
              checkpoint.heads().stream()
                  .map(
                      head ->
                          new Object[] {
                            checkpoint.number(), head.caseId().value(), head.length(), head.hash()
                          })
                  .toList());
        });
  }

  @Override
  public Optional<Checkpoint> lastCheckpoint() {
    return sql.readTogether(
        () ->
            sql.row(
                    "select max(number) as number from core_checkpoint",
                    row -> row.number("number"))
                .flatMap(this::checkpoint));
  }

  private Optional<Checkpoint> checkpoint(long number) {
    List<Head> heads =
        new ArrayList<>(
            sql.rows(
                "select case_id, length as sequence, hash from core_checkpoint_head"
                    + " where number = ?",
                JdbcTraceStore::head,
                number));
    heads.sort(Comparator.comparing(head -> head.caseId().toString()));
    return sql.row(
        "select * from core_checkpoint where number = ?", row -> checkpoint(row, heads), number);
  }

  @Override
  public List<Checkpoint> checkpoints() {
    return sql.readTogether(
        () -> {
          Map<Long, List<Head>> heads = new HashMap<>();
          for (Numbered head :
              sql.rows(
                  "select number, case_id, length as sequence, hash from core_checkpoint_head",
                  row -> new Numbered(row.number("number"), head(row)))) {
            heads.computeIfAbsent(head.number, number -> new ArrayList<>()).add(head.head);
          }
          heads
              .values()
              .forEach(some -> some.sort(Comparator.comparing(h -> h.caseId().toString())));
          return sql.rows(
              "select * from core_checkpoint order by number",
              row -> checkpoint(row, heads.getOrDefault(row.number("number"), List.of())));
        });
  }

  private record Numbered(long number, Head head) {}

  private static TraceEntry entry(Row row) throws SQLException {
    return new TraceEntry(
        new CaseId(row.uuid("case_id")),
        row.number("sequence"),
        Nanos.time(row, "written"),
        row.text("actor"),
        row.maybe("unit").map(UnitId::new),
        row.text("action"),
        Json.readMap(row.text("arguments")),
        row.text("step"),
        row.word(CaseState.class, "state"),
        row.word(Standing.class, "standing"),
        row.text("advisor"),
        row.text("previous"),
        row.text("hash"));
  }

  private static Grown grown(Row row) throws SQLException {
    return new Grown(
        row.number("position"), new CaseId(row.uuid("case_id")), row.number("sequence"));
  }

  private static Head head(Row row) throws SQLException {
    return new Head(new CaseId(row.uuid("case_id")), row.number("sequence"), row.text("hash"));
  }

  private static Checkpoint checkpoint(Row row, List<Head> heads) throws SQLException {
    return new Checkpoint(
        row.number("number"),
        Nanos.time(row, "set"),
        row.number("position"),
        heads,
        row.text("previous"),
        row.text("hash"));
  }
}
