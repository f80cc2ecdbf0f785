package org.zhili.core.city;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.core.ingest.Devices;
import org.zhili.core.store.Transactions;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;

/**
 * The registers of devices and assets, answered from memory once asked.
 *
 * <p>What another node changed is seen after {@link #forget}, which the town calls every few
 * seconds.
 */
public final class DeviceBook implements Devices {
  private static final int REMEMBERED = 200_000;

  private final Transactions transactions;
  private final RegisterStore registers;
  private final InstantSource clock;
  private final Map<DeviceId, Optional<Device>> devices = new ConcurrentHashMap<>();
  private final Map<AssetId, Optional<Asset>> assets = new ConcurrentHashMap<>();
  private final List<Consumer<DeviceId>> listeners = new CopyOnWriteArrayList<>();

  public DeviceBook(Transactions transactions, RegisterStore registers, InstantSource clock) {
    this.transactions = transactions;
    this.registers = registers;
    this.clock = clock;
  }

  @Override
  public Optional<Device> find(DeviceId id) {
    return remembered(devices, id, registers::device);
  }

  @Override
  public Optional<Asset> asset(AssetId id) {
    return remembered(assets, id, registers::asset);
  }

  private <K, V> Optional<V> remembered(
      Map<K, Optional<V>> memory, K key, Function<K, Optional<V>> read) {
    Optional<V> known = memory.get(key);
    if (known != null) {
      return known;
    }
    Optional<V> found = transactions.run(() -> read.apply(key));
    remember(memory, Map.of(key, found));
    return found;
  }

  @Override
  public void expect(Set<DeviceId> ids) {
    Set<DeviceId> unread = unread(devices, ids.stream());
    if (unread.isEmpty()) {
      return;
    }
    transactions.run(
        () -> {
          List<Device> found = registers.devices(unread);
          Set<AssetId> things = unread(assets, found.stream().flatMap(one -> one.asset().stream()));
          remember(assets, answers(things, registers.assets(things), Asset::id));
          remember(devices, answers(unread, found, Device::id));
        });
  }

  private static <K, V> Set<K> unread(Map<K, Optional<V>> memory, Stream<K> keys) {
    return keys.filter(key -> !memory.containsKey(key)).collect(Collectors.toSet());
  }

  private static <K, V> Map<K, Optional<V>> answers(
      Set<K> asked, List<V> found, Function<V, K> key) {
    Map<K, Optional<V>> answers = new HashMap<>();
    asked.forEach(one -> answers.put(one, Optional.empty()));
    found.forEach(one -> answers.put(key.apply(one), Optional.of(one)));
    return answers;
  }

  private static <K, V> void remember(Map<K, Optional<V>> memory, Map<K, Optional<V>> answers) {
    if (memory.size() + answers.size() > REMEMBERED) {
      memory.clear();
    }
    memory.putAll(answers);
  }

  /** Register a device, or change what is registered, whatever that is. */
  public void register(Device device) {
    registerDevice(device.id(), before -> device);
  }

  /**
   * Register a device, or change what is registered.
   *
   * @param entry makes the new entry of the present one, if there is one; what it throws leaves the
   *     register as it is
   * @throws org.zhili.core.store.StoreConflict when somebody else was faster
   */
  public Device registerDevice(DeviceId id, Function<Optional<Device>, Device> entry) {
    Device device =
        transactions.run(
            () -> {
              Optional<Device> before = registers.device(id);
              Device after = entry.apply(before);
              registers.replaceDevice(before, after);
              return after;
            });
    devices.remove(id);
    listeners.forEach(listener -> listener.accept(id));
    return device;
  }

  /** Register an asset, or change what is registered, whatever that is. */
  public void register(Asset asset) {
    registerAsset(asset.id(), before -> asset);
  }

  /** The same as for a device; a change of owner is remembered. */
  public Asset registerAsset(AssetId id, Function<Optional<Asset>, Asset> entry) {
    Instant at = clock.instant();
    Asset asset =
        transactions.run(
            () -> {
              Optional<Asset> before = registers.asset(id);
              Asset after = entry.apply(before);
              registers.replaceAsset(before, after, at);
              return after;
            });
    assets.remove(id);
    return asset;
  }

  public List<Device> devices(Optional<DeviceId> after, int limit) {
    return devices(Set.of(), after, limit);
  }

  /** Devices by id; without areas, those of the whole city. */
  public List<Device> devices(Set<AreaId> areas, Optional<DeviceId> after, int limit) {
    return transactions.run(() -> registers.devices(areas, after, limit));
  }

  /** Assets by code; without areas, those of the whole city. */
  public List<Asset> assets(Set<AreaId> areas, Optional<AssetId> after, int limit) {
    return transactions.run(() -> registers.assets(areas, after, limit));
  }

  /** Who owned an asset, latest first. */
  public List<RegisterStore.Ownership> owners(AssetId id) {
    return transactions.run(() -> registers.owners(id));
  }

  /** Read everything anew when next asked. */
  public void forget() {
    devices.clear();
    assets.clear();
  }

  @Override
  public void whenChanged(Consumer<DeviceId> listener) {
    listeners.add(listener);
  }
}
