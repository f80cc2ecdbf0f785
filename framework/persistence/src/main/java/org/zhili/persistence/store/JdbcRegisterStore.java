package org.zhili.persistence.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.core.city.DeviceQuery;
import org.zhili.core.city.RegisterStore;
import org.zhili.data.Database;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.id.UnitId;
import org.zhili.persistence.store.internal.AssetTable;
import org.zhili.persistence.store.internal.Conditions;
import org.zhili.persistence.store.internal.DeviceTable;
import org.zhili.persistence.store.internal.Json;
import org.zhili.persistence.store.internal.Portions;
import org.zhili.persistence.store.internal.Register;
import org.zhili.persistence.store.internal.Row;
import org.zhili.persistence.store.internal.Sql;

/** The city's registers, a table each. Saving what is there already writes nothing. */
public final class JdbcRegisterStore implements RegisterStore {
  /** After the asset's own row was locked, so that of two nodes only one adds a change of owner. */
  private static final String REMEMBER_OWNER =
      "insert into core_asset_owner (asset, owner, since) select a.id, a.owner,"
          + " cast(? as timestamp with time zone) from core_asset a where a.id = ?"
          + " and not exists (select 1 from core_asset_owner o where o.asset = a.id"
          + " and o.owner is not distinct from a.owner and o.id ="
          + " (select max(latest.id) from core_asset_owner latest where latest.asset = a.id))";

  private static final String LATEST =
      "select max(at_all) as latest from (select max(applied_at) as at_all from core_rules"
          + " union all select max(since) from core_asset_owner) times";

  private final Sql sql;
  private final Register<Area> areas;
  private final Register<Unit> units;
  private final Register<Asset> assets;
  private final Register<Device> devices;
  private final Register<Asset> takenAssets;
  private final Register<Device> takenDevices;

  public JdbcRegisterStore(Database database) {
    this.sql = new Sql(database);
    this.areas =
        new Register<>(
            sql,
            "core_area",
            List.of("id", "name_zh", "name_en", "level", "parent"),
            area -> area.id().value(),
            JdbcRegisterStore::values,
            JdbcRegisterStore::area);
    this.units =
        new Register<>(
            sql,
            "core_unit",
            List.of("id", "name_zh", "name_en", "duties", "areas", "territorial_for", "parent"),
            unit -> unit.id().value(),
            JdbcRegisterStore::values,
            JdbcRegisterStore::unit);
    this.assets = AssetTable.called(sql, "core_asset");
    this.devices = DeviceTable.called(sql, "core_device");
    this.takenAssets = AssetTable.called(sql, "core_pack_asset");
    this.takenDevices = DeviceTable.called(sql, "core_pack_device");
  }

  @Override
  public void saveAreas(Collection<Area> saved) {
    areas.save(saved);
  }

  @Override
  public void saveUnits(Collection<Unit> saved) {
    units.save(saved);
  }

  @Override
  public void saveAssets(Collection<Asset> saved, Instant at) {
    sql.together(() -> remember(assets.save(saved), at));
  }

  private int[] remember(List<Asset> written, Instant at) {
    return sql.batch(
        REMEMBER_OWNER,
        written.stream().map(asset -> new Object[] {at, asset.id().value()}).toList());
  }

  @Override
  public void replaceAsset(Optional<Asset> seen, Asset asset, Instant at) {
    sql.together(
        () -> {
          assets.replace(seen, asset);
          return remember(List.of(asset), at);
        });
  }

  @Override
  public void replaceDevice(Optional<Device> seen, Device device) {
    sql.together(
        () -> {
          claim(List.of(device));
          devices.replace(seen, device);
          return device;
        });
  }

  @Override
  public void saveDevices(Collection<Device> saved) {
    sql.together(
        () -> {
          claim(saved);
          return devices.save(saved);
        });
  }

  /** Nobody else keeps the names these devices have in networks. */
  private void claim(Collection<Device> claimants) {
    List<String> networks =
        claimants.stream()
            .flatMap(device -> device.network().stream())
            .map(NetworkId::value)
            .toList();
    if (!networks.isEmpty()) {
      sql.update(
          "update core_device set network = null where network = any(?) and not (id = any(?))",
          networks,
          claimants.stream().map(device -> device.id().value()).toList());
    }
  }

  @Override
  public Map<NetworkId, DeviceId> behind(Set<NetworkId> networks) {
    Map<NetworkId, DeviceId> behind = new HashMap<>();
    for (List<String> some : Portions.of(networks.stream().map(NetworkId::value).toList())) {
      sql.rows(
              "select id, network from core_device where network = any(?)",
              row -> Map.entry(new NetworkId(row.text("network")), new DeviceId(row.text("id"))),
              some)
          .forEach(found -> behind.put(found.getKey(), found.getValue()));
    }
    return behind;
  }

  @Override
  public void takeAssets(Collection<Asset> pack, Instant at) {
    sql.together(
        () -> {
          List<Asset> changed = takenAssets.save(pack);
          saveAssets(changed, at);
          return changed;
        });
  }

  @Override
  public void takeDevices(Collection<Device> pack) {
    sql.together(
        () -> {
          List<Device> changed = takenDevices.save(pack);
          saveDevices(changed);
          return changed;
        });
  }

  @Override
  public List<Area> areas() {
    return areas.all();
  }

  @Override
  public List<Unit> units() {
    return units.all();
  }

  @Override
  public List<Device> devices(Set<DeviceId> ids) {
    return devices.those(ids.stream().map(DeviceId::value).toList());
  }

  @Override
  public List<Asset> assets(Set<AssetId> ids) {
    return assets.those(ids.stream().map(AssetId::value).toList());
  }

  @Override
  public List<Device> devices(DeviceQuery wanted, Optional<DeviceId> after, int limit) {
    Conditions conditions = new Conditions().within("area", wanted.in());
    wanted
        .sought()
        .ifPresent(
            sought ->
                conditions.any(
                    new Conditions()
                        .holding(List.of("id", "type", "driver", "address"), sought.text())
                        .within("area", sought.areas())
                        .among("type", sought.types())));
    return devices.after(conditions, after.map(DeviceId::value), limit);
  }

  @Override
  public List<Asset> assets(Set<AreaId> in, Optional<AssetId> after, int limit) {
    return assets.after(new Conditions().within("area", in), after.map(AssetId::value), limit);
  }

  @Override
  public List<Ownership> owners(AssetId id) {
    return sql.rows(
        "select owner, since from core_asset_owner where asset = ? order by id desc",
        row -> new Ownership(row.maybe("owner").map(UnitId::new), row.time("since")),
        id.value());
  }

  @Override
  public boolean rulesApplied(String version, Instant at) {
    return sql.together(
        () -> {
          if (inForce().filter(version::equals).isPresent()) {
            return false;
          }
          sql.update("delete from core_rules where version = ?", version);
          sql.update(
              "insert into core_rules (version, applied_at) values (?, ?) on conflict do nothing",
              version,
              at);
          return true;
        });
  }

  /** The order of rows tells, whatever clocks say. */
  private Optional<String> inForce() {
    return sql.row(
        "select version from core_rules order by seq desc limit 1", row -> row.text("version"));
  }

  @Override
  public Optional<Instant> latestRules() {
    return sql.row(LATEST, row -> row.maybeTime("latest")).flatMap(latest -> latest);
  }

  private static Object[] values(Area area) {
    return new Object[] {
      area.id().value(),
      area.name().zh(),
      area.name().en(),
      area.level(),
      area.parent().map(AreaId::value)
    };
  }

  private static Area area(Row row) throws SQLException {
    return new Area(
        new AreaId(row.text("id")),
        row.wording("name"),
        row.text("level"),
        row.maybe("parent").map(AreaId::new));
  }

  private static Object[] values(Unit unit) {
    return new Object[] {
      unit.id().value(),
      unit.name().zh(),
      unit.name().en(),
      Json.writeStrings(unit.duties()),
      areas(unit.areas()),
      areas(unit.territorialFor()),
      unit.parent().map(UnitId::value)
    };
  }

  private static String areas(Set<AreaId> ids) {
    return Json.writeStrings(ids.stream().map(AreaId::value).toList());
  }

  private static Unit unit(Row row) throws SQLException {
    return new Unit(
        new UnitId(row.text("id")),
        row.wording("name"),
        Json.readStrings(row.text("duties")),
        areas(row.text("areas")),
        areas(row.text("territorial_for")),
        row.maybe("parent").map(UnitId::new));
  }

  private static Set<AreaId> areas(String json) {
    return Json.readStrings(json).stream().map(AreaId::new).collect(Collectors.toSet());
  }
}
