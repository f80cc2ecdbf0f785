package org.zhili.persistence.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.core.attachment.Attachment;
import org.zhili.core.attachment.AttachmentStore;
import org.zhili.data.Database;
import org.zhili.device.Value;
import org.zhili.id.CaseId;
import org.zhili.persistence.store.internal.Row;
import org.zhili.persistence.store.internal.Sql;

/** Photos in the database, so that every node of a town has them and every backup. */
public final class JdbcAttachmentStore implements AttachmentStore {
  private static final String FACTS =
      "select id, account, stored_at, taken_at, latitude, longitude, width, height, case_id"
          + " from core_attachment ";

  private final Sql sql;

  public JdbcAttachmentStore(Database database) {
    this.sql = new Sql(database);
  }

  @Override
  public void add(Attachment attachment, byte[] full, byte[] small) {
    sql.update(
        "insert into core_attachment (id, account, stored_at, taken_at, latitude, longitude, width,"
            + " height, case_id, photo, small) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        attachment.id(),
        attachment.account(),
        attachment.storedAt(),
        attachment.takenAt(),
        attachment.position().map(Value.Position::latitude),
        attachment.position().map(Value.Position::longitude),
        attachment.width(),
        attachment.height(),
        attachment.caseId().map(CaseId::value),
        full,
        small);
  }

  @Override
  public Optional<Attachment> find(UUID id) {
    return sql.row(FACTS + "where id = ?", JdbcAttachmentStore::attachment, id);
  }

  private static Attachment attachment(Row row) throws SQLException {
    return new Attachment(
        row.uuid("id"),
        row.text("account"),
        row.time("stored_at"),
        row.maybeTime("taken_at"),
        row.position(),
        row.count("width"),
        row.count("height"),
        row.maybeUuid("case_id").map(CaseId::new));
  }

  @Override
  public Optional<byte[]> content(UUID id, Size size) {
    String column = size == Size.FULL ? "photo" : "small";
    return sql.row(
        "select " + column + " from core_attachment where id = ?", row -> row.bytes(column), id);
  }

  @Override
  public List<Attachment> of(CaseId caseId) {
    return sql.rows(
        FACTS + "where case_id = ? order by stored_at, id",
        JdbcAttachmentStore::attachment,
        caseId.value());
  }

  @Override
  public int loose(String account) {
    return sql.row(
            "select count(*) as loose from core_attachment where case_id is null and account = ?",
            row -> row.count("loose"),
            account)
        .orElse(0);
  }

  @Override
  public boolean attach(UUID id, CaseId caseId) {
    return sql.update(
            "update core_attachment set case_id = ?"
                + " where id = ? and (case_id is null or case_id = ?)",
            caseId.value(),
            id,
            caseId.value())
        == 1;
  }

  @Override
  public int sweep(Instant before, int limit) {
    return sql.update(
        "delete from core_attachment where case_id is null and id in (select id from"
            + " core_attachment where case_id is null and stored_at < ? limit ?)",
        before,
        limit);
  }
}
