package org.zhili.core.city;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.id.UnitId;

/** Keeps the city's registers. Every call joins the transaction of its caller. */
public interface RegisterStore {
  /** Write areas; those with a known id are replaced. */
  void saveAreas(Collection<Area> areas);

  /** Write units; those with a known id are replaced. */
  void saveUnits(Collection<Unit> units);

  /** Write assets; those with a known code are replaced, and a changed owner is remembered. */
  void saveAssets(Collection<Asset> assets, Instant at);

  /**
   * Write devices; those with a known id are replaced. What a network calls one of them, it calls
   * no other from then on, here and wherever devices are written.
   */
  void saveDevices(Collection<Device> devices);

  /**
   * Write an asset over the one that was seen, none for a new one, and remember a changed owner.
   *
   * @throws org.zhili.core.store.StoreConflict when there is another by now
   */
  void replaceAsset(Optional<Asset> seen, Asset asset, Instant at);

  /** The same for a device. */
  void replaceDevice(Optional<Device> seen, Device device);

  /**
   * Write those assets of a city pack that no pack brought before, or brought otherwise. What
   * people have changed since stays as long as the pack says the same as before.
   */
  void takeAssets(Collection<Asset> pack, Instant at);

  /** The same for the devices of a city pack. */
  void takeDevices(Collection<Device> pack);

  List<Area> areas();

  List<Unit> units();

  default Optional<Asset> asset(AssetId id) {
    return assets(Set.of(id)).stream().findFirst();
  }

  default Optional<Device> device(DeviceId id) {
    return devices(Set.of(id)).stream().findFirst();
  }

  /** Those of the devices that are registered, in any order. */
  List<Device> devices(Set<DeviceId> ids);

  /** Which devices these networks call so, as far as they are registered. */
  Map<NetworkId, DeviceId> behind(Set<NetworkId> networks);

  default Optional<DeviceId> behind(NetworkId network) {
    return Optional.ofNullable(behind(Set.of(network)).get(network));
  }

  /** Those of the assets that are registered, in any order. */
  List<Asset> assets(Set<AssetId> ids);

  /** The devices wanted, by id, beginning after {@code after}. */
  List<Device> devices(DeviceQuery wanted, Optional<DeviceId> after, int limit);

  /** Assets by code, in any of these areas (none for anywhere), beginning after {@code after}. */
  List<Asset> assets(Set<AreaId> areas, Optional<AssetId> after, int limit);

  /** Who owned an asset, latest first. */
  List<Ownership> owners(AssetId id);

  /**
   * Remember that rules of this version came into force.
   *
   * @return false when they were in force already, and nothing was to be remembered
   */
  boolean rulesApplied(String version, Instant at);

  /** The latest instant anything of the business clock was written, when there is one. */
  Optional<Instant> latestRules();

  /** An owner of an asset, and since when; empty means unowned. */
  record Ownership(Optional<UnitId> owner, Instant since) {}
}
