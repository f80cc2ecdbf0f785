package org.zhili.core.city;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.StoreConflict;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.id.UnitId;

/** Registers without a database. */
public final class InMemoryRegisterStore implements RegisterStore {
  private static final String NOW = "now";

  private final InMemoryTransactions transactions;
  private final InMemoryTable<AreaId, Area> areas;
  private final InMemoryTable<UnitId, Unit> units;
  private final InMemoryTable<AssetId, Asset> assets;
  private final InMemoryTable<DeviceId, Device> devices;
  private final InMemoryTable<AssetId, Asset> takenAssets;
  private final InMemoryTable<DeviceId, Device> takenDevices;
  private final InMemoryTable<AssetId, List<Ownership>> owners;
  private final InMemoryTable<String, Instant> rules;
  private final InMemoryTable<String, String> inForce;

  public InMemoryRegisterStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.areas = new InMemoryTable<>(transactions);
    this.units = new InMemoryTable<>(transactions);
    this.assets = new InMemoryTable<>(transactions);
    this.devices = new InMemoryTable<>(transactions);
    this.takenAssets = new InMemoryTable<>(transactions);
    this.takenDevices = new InMemoryTable<>(transactions);
    this.owners = new InMemoryTable<>(transactions);
    this.rules = new InMemoryTable<>(transactions);
    this.inForce = new InMemoryTable<>(transactions);
  }

  @Override
  public void saveAreas(Collection<Area> saved) {
    transactions.run(() -> saved.forEach(area -> areas.put(area.id(), area)));
  }

  @Override
  public void saveUnits(Collection<Unit> saved) {
    transactions.run(() -> saved.forEach(unit -> units.put(unit.id(), unit)));
  }

  @Override
  public void saveAssets(Collection<Asset> saved, Instant at) {
    transactions.run(
        () ->
            saved.forEach(
                asset -> {
                  assets.put(asset.id(), asset);
                  remember(asset, at);
                }));
  }

  private void remember(Asset asset, Instant at) {
    List<Ownership> known = owners(asset.id());
    if (known.isEmpty() || !known.get(0).owner().equals(asset.owner())) {
      List<Ownership> more = new ArrayList<>(known);
      more.add(0, new Ownership(asset.owner(), at));
      owners.put(asset.id(), List.copyOf(more));
    }
  }

  @Override
  public void saveDevices(Collection<Device> saved) {
    transactions.run(
        () -> {
          saved.forEach(this::claim);
          saved.forEach(device -> devices.put(device.id(), device));
        });
  }

  private void claim(Device claimant) {
    for (Device other : devices.all()) {
      if (claimant.network().isPresent() && other.network().equals(claimant.network())) {
        devices.put(
            other.id(),
            new Device(
                other.id(),
                other.type(),
                other.driver(),
                other.area(),
                other.address(),
                other.position(),
                other.asset(),
                other.settings()));
      }
    }
  }

  @Override
  public Map<NetworkId, DeviceId> behind(Set<NetworkId> networks) {
    return devices.all().stream()
        .filter(device -> device.network().filter(networks::contains).isPresent())
        .collect(Collectors.toMap(device -> device.network().orElseThrow(), Device::id));
  }

  @Override
  public void replaceAsset(Optional<Asset> seen, Asset asset, Instant at) {
    transactions.run(
        () -> {
          expect(seen, asset(asset.id()));
          saveAssets(List.of(asset), at);
        });
  }

  @Override
  public void replaceDevice(Optional<Device> seen, Device device) {
    transactions.run(
        () -> {
          expect(seen, device(device.id()));
          saveDevices(List.of(device));
        });
  }

  private static <T> void expect(Optional<T> seen, Optional<T> present) {
    if (!present.equals(seen)) {
      throw new StoreConflict("somebody else wrote the same thing first");
    }
  }

  @Override
  public void takeAssets(Collection<Asset> pack, Instant at) {
    transactions.run(() -> saveAssets(changed(takenAssets, pack, Asset::id), at));
  }

  @Override
  public void takeDevices(Collection<Device> pack) {
    transactions.run(() -> saveDevices(changed(takenDevices, pack, Device::id)));
  }

  private static <K extends Comparable<? super K>, V> List<V> changed(
      InMemoryTable<K, V> taken, Collection<V> pack, Function<V, K> key) {
    List<V> changed =
        pack.stream().filter(row -> !taken.get(key.apply(row)).equals(Optional.of(row))).toList();
    changed.forEach(row -> taken.put(key.apply(row), row));
    return changed;
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
    return ids.stream().flatMap(id -> devices.get(id).stream()).toList();
  }

  @Override
  public List<Asset> assets(Set<AssetId> ids) {
    return ids.stream().flatMap(id -> assets.get(id).stream()).toList();
  }

  @Override
  public List<Device> devices(DeviceQuery wanted, Optional<DeviceId> after, int limit) {
    return page(devices, wanted::wants, after, limit);
  }

  @Override
  public List<Asset> assets(Set<AreaId> in, Optional<AssetId> after, int limit) {
    return page(assets, asset -> in.isEmpty() || in.contains(asset.area()), after, limit);
  }

  private static <K extends Comparable<? super K>, V> List<V> page(
      InMemoryTable<K, V> table, Predicate<V> wanted, Optional<K> after, int limit) {
    return table.read(
        all ->
            after.map(key -> all.tailMap(key, false)).orElse(all).values().stream()
                .filter(wanted)
                .limit(limit)
                .toList());
  }

  @Override
  public List<Ownership> owners(AssetId id) {
    return owners.get(id).orElse(List.of());
  }

  @Override
  public boolean rulesApplied(String version, Instant at) {
    return transactions.run(
        () -> {
          if (inForce.get(NOW).filter(version::equals).isPresent()) {
            return false;
          }
          inForce.put(NOW, version);
          rules.put(version, at);
          return true;
        });
  }

  @Override
  public Optional<Instant> latestRules() {
    return transactions.read(
        () ->
            Stream.concat(
                    rules.all().stream(),
                    owners.all().stream().flatMap(List::stream).map(Ownership::since))
                .max(Instant::compareTo));
  }
}
