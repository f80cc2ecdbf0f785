package org.zhili.persistence.store;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.zhili.core.audit.AuditEntry;
import org.zhili.core.audit.AuditNote;
import org.zhili.core.audit.AuditStore;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Conditions;
import org.zhili.persistence.store.internal.Row;
import org.zhili.persistence.store.internal.Sql;

/**
 * Keeps the audit in a table that refuses all but additions, and its end in a row that is locked.
 */
public final class JdbcAuditStore implements AuditStore {
  private static final String END = "select number, hash from core_audit_end where id = 1";

  private final Sql sql;

  public JdbcAuditStore(Database database) {
    this.sql = new Sql(database);
  }

  @Override
  public Head lock() {
    return sql.together(
        () -> {
          sql.update(
              "insert into core_audit_end (id, number, hash) values (1, ?, ?)"
                  + " on conflict do nothing",
              Head.EMPTY.number(),
              Head.EMPTY.hash());
          return sql.write(END + " for update", JdbcAuditStore::head).get(0);
        });
  }

  @Override
  public void append(List<AuditEntry> entries) {
    AuditEntry last = entries.get(entries.size() - 1);
    sql.together(
        () -> {
          sql.batch(
              "insert into core_audit (number, noted_at, who, action, outcome, subject, detail,"
                  + " previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              entries.stream().map(JdbcAuditStore::row).toList());
          return sql.update(
              "update core_audit_end set number = ?, hash = ? where id = 1",
              last.number(),
              last.hash());
        });
  }

  private static Object[] row(AuditEntry entry) {
    AuditNote note = entry.note();
    return new Object[] {
      entry.number(),
      note.at(),
      note.who(),
      note.action(),
      note.outcome(),
      note.subject(),
      note.detail(),
      entry.previous(),
      entry.hash()
    };
  }

  @Override
  public Ends ends() {
    // one statement, since another could see what was added after the first
    return sql.row(
            "select (select max(number) from core_audit) as latest,"
                + " (select number from core_audit_end where id = 1) as number,"
                + " (select hash from core_audit_end where id = 1) as hash",
            row ->
                new Ends(
                    row.maybe("hash").isPresent() ? head(row) : Head.EMPTY, row.number("latest")))
        .orElseThrow();
  }

  @Override
  public List<AuditEntry> after(long number, int limit) {
    return sql.rows(
        "select * from core_audit where number > ? order by number limit ?",
        JdbcAuditStore::entry,
        number,
        limit);
  }

  @Override
  public List<AuditEntry> newest(Wanted wanted, OptionalLong before, int limit) {
    Conditions conditions = new Conditions();
    before.ifPresent(number -> conditions.and("number < ?", number));
    wanted.who().ifPresent(who -> conditions.and("who = ?", who));
    wanted.action().ifPresent(action -> begins(conditions, action));
    wanted.subject().ifPresent(subject -> conditions.and("subject = ?", subject));
    wanted.from().ifPresent(from -> conditions.and("noted_at >= ?", from));
    wanted.to().ifPresent(to -> conditions.and("noted_at < ?", to));
    return sql.rows(
        "select * from core_audit" + conditions.where() + " order by number desc limit ?",
        JdbcAuditStore::entry,
        conditions.arguments(limit));
  }

  private static void begins(Conditions conditions, String start) {
    conditions.and("substring(action from 1 for ?) = ?", start.length(), start);
  }

  private static Head head(Row row) throws SQLException {
    return new Head(row.number("number"), row.text("hash"));
  }

  private static AuditEntry entry(Row row) throws SQLException {
    AuditNote note =
        new AuditNote(
            row.time("noted_at"),
            row.text("who"),
            row.text("action"),
            row.word(AuditNote.Outcome.class, "outcome"),
            row.text("subject"),
            row.text("detail"));
    return new AuditEntry(row.number("number"), note, row.text("previous"), row.text("hash"));
  }
}
