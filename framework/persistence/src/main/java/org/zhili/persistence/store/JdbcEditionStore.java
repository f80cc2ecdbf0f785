package org.zhili.persistence.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhili.citypack.CaseTypeJson;
import org.zhili.core.edition.Content;
import org.zhili.core.edition.Edition;
import org.zhili.core.edition.EditionStore;
import org.zhili.core.edition.PackChange;
import org.zhili.core.store.StoreConflict;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Json;
import org.zhili.persistence.store.internal.Sql;

/** Keeps a row for each edition; case types as the JSON people write them in. */
public final class JdbcEditionStore implements EditionStore {
  private final Sql sql;

  public JdbcEditionStore(Database database) {
    this.sql = new Sql(database);
  }

  @Override
  public List<Edition> editions() {
    return sql.rows(
        "select part, number, holds_from, over_pack, reason, published_by, published_at"
            + " from core_edition order by part, number",
        row ->
            new Edition(
                row.text("part"),
                row.count("number"),
                LocalDate.parse(row.text("holds_from")),
                row.text("over_pack"),
                row.text("reason"),
                row.text("published_by"),
                row.time("published_at")));
  }

  @Override
  public Optional<Content> content(String part, int number) {
    return sql.row(
        "select content from core_edition where part = ? and number = ?",
        row -> read(part, row.text("content")),
        part,
        number);
  }

  @Override
  public void publish(Edition edition, Content content) {
    int written =
        sql.update(
            "insert into core_edition (part, number, holds_from, over_pack, reason, published_by,"
                + " published_at, content) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            edition.part(),
            edition.number(),
            edition.from(),
            edition.over(),
            edition.reason(),
            edition.by(),
            edition.at(),
            write(content));
    if (written == 0) {
      throw new StoreConflict(
          "edition " + edition.number() + " of " + edition.part() + " is published already");
    }
  }

  @Override
  public List<PackChange> changes() {
    return sql.rows(
        "select part, number, says, after_edition, noted_at from core_pack_change"
            + " order by part, number",
        row ->
            new PackChange(
                row.text("part"),
                row.count("number"),
                row.text("says"),
                row.count("after_edition"),
                row.time("noted_at")));
  }

  @Override
  public void note(PackChange change) {
    sql.update(
        "insert into core_pack_change (part, number, says, after_edition, noted_at)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing",
        change.part(),
        change.number(),
        change.says(),
        change.after(),
        change.at());
  }

  private static String write(Content content) {
    return content instanceof Content.Type whole
        ? CaseTypeJson.write(whole.type())
        : Json.write(content);
  }

  private static Content read(String part, String json) {
    return switch (part) {
      case Content.CALENDAR -> Json.read(json, Content.Days.class);
      case Content.CATALOGUE -> Json.read(json, Content.Rows.class);
      default -> new Content.Type(CaseTypeJson.restore(json));
    };
  }
}
