package org.zhili.persistence.store.internal;

import java.sql.SQLException;
import java.util.List;
import org.zhili.city.Device;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/** Devices as rows of a register. */
public final class DeviceTable {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "type",
          "driver",
          "area",
          "address",
          "latitude",
          "longitude",
          "asset",
          "settings",
          "network");

  private DeviceTable() {}

  /** The register in the table of this name. */
  public static Register<Device> called(Sql sql, String table) {
    return new Register<>(
        sql,
        table,
        COLUMNS,
        device -> device.id().value(),
        DeviceTable::values,
        DeviceTable::device);
  }

  private static Object[] values(Device device) {
    return new Object[] {
      device.id().value(),
      device.type(),
      device.driver(),
      device.area().value(),
      device.address(),
      device.position().map(Value.Position::latitude),
      device.position().map(Value.Position::longitude),
      device.asset().map(AssetId::value),
      Json.writeMap(device.settings()),
      device.network().map(NetworkId::value)
    };
  }

  private static Device device(Row row) throws SQLException {
    return new Device(
        new DeviceId(row.text("id")),
        row.text("type"),
        row.text("driver"),
        new AreaId(row.text("area")),
        row.text("address"),
        row.position(),
        row.maybe("asset").map(AssetId::new),
        Json.readMap(row.text("settings")),
        row.maybe("network").map(NetworkId::new));
  }
}
