package org.zhili.citypack.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;

/** The books of a city: areas, units, assets and devices, and that they refer to each other. */
final class Registers {
  static final Table.Columns AREAS =
      new Table.Columns(List.of("id", "level", "name_zh", "name_en"), List.of("parent"));
  static final Table.Columns UNITS =
      new Table.Columns(
          List.of("id", "name_zh", "name_en"),
          List.of("duties", "areas", "territorial_for", "parent"));
  static final Table.Columns ASSETS =
      new Table.Columns(
          List.of("code", "type", "name_zh", "name_en", "area", "address"),
          List.of("latitude", "longitude", "owner", "competent", "maintainer", "supervisor"));
  static final Table.Columns DEVICES =
      new Table.Columns(
          List.of("id", "type", "driver", "area", "address"),
          List.of("latitude", "longitude", "asset", "settings", "network"));

  private static final Form<Double> LATITUDE = Form.number(-90, 90);
  private static final Form<Double> LONGITUDE = Form.number(-180, 180);

  private final Form<AreaId> area;
  private final Form<UnitId> unit;
  private final Form<AssetId> asset;
  private final List<Area> areas;
  private final List<Unit> units;
  private final List<Asset> assets;
  private final List<Device> devices;

  Registers(Table areas, Table units, Table assets, Table devices) {
    area = Form.AREA.listedIn(new Form.Known(areas.ids("id"), "areas.csv"));
    unit = Form.UNIT.listedIn(new Form.Known(units.ids("id"), "units.csv"));
    asset = Form.ASSET.listedIn(new Form.Known(assets.ids("code"), "assets.csv"));
    devices.ids("id");
    devices.ids("network");
    Circles.report(areas);
    Circles.report(units);
    this.areas = areas.rows().stream().map(this::area).toList();
    this.units = units(units);
    this.assets = assets.rows().stream().map(this::asset).toList();
    this.devices = devices.rows().stream().map(this::device).toList();
  }

  /** An area that is on the books. */
  Form<AreaId> area() {
    return area;
  }

  /** A unit that is on the books. */
  Form<UnitId> unit() {
    return unit;
  }

  List<Area> areas() {
    return areas;
  }

  List<Unit> units() {
    return units;
  }

  List<Asset> assets() {
    return assets;
  }

  List<Device> devices() {
    return devices;
  }

  private Area area(Row row) {
    return new Area(
        row.value("id", Form.AREA),
        row.name(),
        row.value("level", Form.TEXT),
        row.optional("parent", area));
  }

  private List<Unit> units(Table table) {
    Map<AreaId, UnitId> bodies = new HashMap<>();
    List<Unit> read = new ArrayList<>();
    for (Row row : table.rows()) {
      Unit one = unit(row);
      territories(row, one, bodies);
      read.add(one);
    }
    return read;
  }

  private Unit unit(Row row) {
    return new Unit(
        row.value("id", Form.UNIT),
        row.name(),
        row.set("duties", Form.CODE),
        row.set("areas", area),
        row.set("territorial_for", area),
        row.optional("parent", unit));
  }

  private Asset asset(Row row) {
    return new Asset(
        row.value("code", Form.ASSET),
        row.value("type", Form.CODE),
        row.name(),
        row.value("area", area),
        row.value("address", Form.TEXT),
        position(row),
        row.optional("owner", unit),
        row.optional("competent", unit),
        row.optional("maintainer", unit),
        row.optional("supervisor", unit));
  }

  private Device device(Row row) {
    DeviceId id = row.value("id", Form.DEVICE);
    if (id.isReserved()) {
      row.fault("id", Problem.NAME_OF_THE_TOWN, id.value());
    }
    return new Device(
        id,
        row.value("type", Form.CODE),
        row.value("driver", Form.CODE),
        row.value("area", area),
        row.value("address", Form.TEXT),
        position(row),
        row.optional("asset", asset),
        row.settings("settings"),
        row.optional("network", Form.NETWORK));
  }

  private static void territories(Row row, Unit unit, Map<AreaId, UnitId> bodies) {
    for (AreaId area : unit.territorialFor()) {
      UnitId other = bodies.putIfAbsent(area, unit.id());
      if (other != null) {
        row.fault("territorial_for", Problem.TERRITORY_TWICE, area.value(), other.value());
      }
    }
  }

  private static Optional<Value.Position> position(Row row) {
    Optional<Double> latitude = row.optional("latitude", LATITUDE);
    Optional<Double> longitude = row.optional("longitude", LONGITUDE);
    if (latitude.isPresent() != longitude.isPresent()) {
      row.fault(latitude.isPresent() ? "longitude" : "latitude", Problem.POSITION_HALF);
    }
    return latitude.flatMap(north -> longitude.map(east -> new Value.Position(north, east)));
  }
}
