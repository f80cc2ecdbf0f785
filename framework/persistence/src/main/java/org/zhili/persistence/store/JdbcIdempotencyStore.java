package org.zhili.persistence.store;

import java.time.Instant;
import java.util.Optional;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Nanos;
import org.zhili.persistence.store.internal.Sql;

/** Answers by the key of their request. */
public final class JdbcIdempotencyStore implements IdempotencyStore {
  private final Sql sql;

  public JdbcIdempotencyStore(Database database) {
    this.sql = new Sql(database);
  }

  @Override
  public Optional<Answered> find(String key) {
    return sql.row(
        "select * from core_answer where request_key = ?",
        row ->
            new Answered(row.text("fingerprint"), row.text("result"), Nanos.time(row, "answered")),
        key);
  }

  @Override
  public void remember(String key, Answered answered) {
    sql.update(
        "insert into core_answer (request_key, fingerprint, result, answered_at, answered_nanos)"
            + " values (?, ?, ?, ?, ?)",
        key,
        answered.fingerprint(),
        answered.result(),
        answered.at(),
        Nanos.of(answered.at()));
  }

  @Override
  public int forget(Instant before, int limit) {
    return sql.update(
        "delete from core_answer where request_key in"
            + " (select request_key from core_answer where answered_at < ? limit ?)",
        before,
        limit);
  }

  @Override
  public void seal(String key, Sealed sealed) {
    sql.update(
        "insert into core_sealed (request_key, content, sealed_at, sealed_nanos)"
            + " values (?, ?, ?, ?)",
        key,
        sealed.content(),
        sealed.at(),
        Nanos.of(sealed.at()));
  }

  @Override
  public Optional<Sealed> sealed(String key) {
    return sql.row(
        "select content, sealed_at, sealed_nanos from core_sealed where request_key = ?",
        row -> new Sealed(row.text("content"), Nanos.time(row, "sealed")),
        key);
  }

  @Override
  public int forgetSealed(Instant before, int limit) {
    return sql.update(
        "delete from core_sealed where request_key in"
            + " (select request_key from core_sealed where sealed_at < ? limit ?)",
        before,
        limit);
  }
}
