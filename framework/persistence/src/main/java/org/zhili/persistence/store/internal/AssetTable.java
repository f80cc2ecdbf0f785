package org.zhili.persistence.store.internal;

import java.sql.SQLException;
import java.util.List;
import org.zhili.city.Asset;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.UnitId;

/** Assets as rows of a register. */
public final class AssetTable {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "type",
          "name_zh",
          "name_en",
          "area",
          "address",
          "latitude",
          "longitude",
          "owner",
          "competent",
          "maintainer",
          "supervisor");

  private AssetTable() {}

  /** The register in the table of this name. */
  public static Register<Asset> called(Sql sql, String table) {
    return new Register<>(
        sql, table, COLUMNS, asset -> asset.id().value(), AssetTable::values, AssetTable::asset);
  }

  private static Object[] values(Asset asset) {
    return new Object[] {
      asset.id().value(),
      asset.type(),
      asset.name().zh(),
      asset.name().en(),
      asset.area().value(),
      asset.address(),
      asset.position().map(Value.Position::latitude),
      asset.position().map(Value.Position::longitude),
      asset.owner().map(UnitId::value),
      asset.competent().map(UnitId::value),
      asset.maintainer().map(UnitId::value),
      asset.supervisor().map(UnitId::value)
    };
  }

  private static Asset asset(Row row) throws SQLException {
    return new Asset(
        new AssetId(row.text("id")),
        row.text("type"),
        row.wording("name"),
        new AreaId(row.text("area")),
        row.text("address"),
        row.position(),
        row.maybe("owner").map(UnitId::new),
        row.maybe("competent").map(UnitId::new),
        row.maybe("maintainer").map(UnitId::new),
        row.maybe("supervisor").map(UnitId::new));
  }
}
