package org.zhili.core.city;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.core.store.Transactions;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** A store of registers and what is to be in it. Every test begins with an empty one. */
public abstract class RegisterStoreFixture {
  static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456Z");
  static final Wording NAME = new Wording("名", "Name");

  protected abstract Transactions transactions();

  protected abstract RegisterStore store();

  static Area area(String id, String level) {
    return new Area(
        new AreaId(id),
        NAME,
        level,
        Optional.of("city").filter(p -> !p.equals(id)).map(AreaId::new));
  }

  static Unit unit(String id, String... duties) {
    return new Unit(
        new UnitId(id),
        NAME,
        Set.of(duties),
        Set.of(new AreaId("a"), new AreaId("b")),
        Set.of(new AreaId("b")),
        Optional.of(new UnitId("parent")));
  }

  static Asset asset(String id, String owner) {
    return new Asset(
        new AssetId(id),
        "manhole_cover",
        NAME,
        new AreaId("a"),
        "中山路100号",
        Optional.of(new Value.Position(31.230416, 121.473701)),
        Optional.of(owner).filter(o -> !o.isEmpty()).map(UnitId::new),
        Optional.of(new UnitId("competent")),
        Optional.of(new UnitId("maintainer")),
        Optional.of(new UnitId("supervisor")));
  }

  static Device device(String id, Map<String, String> settings) {
    return new Device(
        new DeviceId(id),
        "bin",
        "em400-udl",
        new AreaId("a"),
        "x",
        Optional.of(new Value.Position(-31.5, -0.25)),
        Optional.of(new AssetId("A-1")),
        settings);
  }

  void saveAssets(Collection<Asset> assets, Instant at) {
    transactions().run(() -> store().saveAssets(assets, at));
  }

  void saveDevices(Collection<Device> devices) {
    transactions().run(() -> store().saveDevices(devices));
  }
}
