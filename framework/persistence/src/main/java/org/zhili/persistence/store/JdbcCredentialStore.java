package org.zhili.persistence.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.core.city.Credential;
import org.zhili.core.city.CredentialStore;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Json;
import org.zhili.persistence.store.internal.Row;
import org.zhili.persistence.store.internal.Sql;
import org.zhili.persistence.store.internal.Upsert;

/** Credentials, one row each. */
public final class JdbcCredentialStore implements CredentialStore {
  private final Sql sql;
  private final String save;

  public JdbcCredentialStore(Database database) {
    this.sql = new Sql(database);
    this.save =
        Upsert.into(
            sql,
            "core_credential",
            List.of("username", "salt", "hash", "publish", "subscribe", "issued_at", "revoked_at"));
  }

  @Override
  public void save(Credential credential) {
    sql.update(
        save,
        credential.username(),
        credential.salt(),
        credential.hash(),
        Json.writeStrings(credential.publish()),
        Json.writeStrings(credential.subscribe()),
        credential.issuedAt(),
        credential.revokedAt());
  }

  @Override
  public Optional<Credential> find(String username) {
    return sql.row(
        "select * from core_credential where username = ?",
        JdbcCredentialStore::credential,
        username);
  }

  @Override
  public List<Credential> holding(Optional<String> after, int limit) {
    return sql.rows(
        "select * from core_credential where revoked_at is null and username > ?"
            + " order by username limit ?",
        JdbcCredentialStore::credential,
        after.orElse(""),
        limit);
  }

  private static Credential credential(Row row) throws SQLException {
    return new Credential(
        row.text("username"),
        row.text("salt"),
        row.text("hash"),
        Json.readStrings(row.text("publish")),
        Json.readStrings(row.text("subscribe")),
        row.time("issued_at"),
        row.maybeTime("revoked_at"));
  }

  @Override
  public boolean revoke(String username, Instant at) {
    return sql.update(
            "update core_credential set revoked_at = ?"
                + " where username = ? and revoked_at is null",
            at,
            username)
        == 1;
  }
}
