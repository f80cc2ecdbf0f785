package org.zhili.core.city;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.core.ingest.Devices;
import org.zhili.core.store.Transactions;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

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
  private final Remembered<DeviceId, Device> devices = new Remembered<>(REMEMBERED);
  private final Remembered<NetworkId, DeviceId> networks = new Remembered<>(REMEMBERED);
  private final Remembered<AssetId, Asset> assets = new Remembered<>(REMEMBERED);
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
  public Optional<Device> behind(NetworkId id) {
    return remembered(networks, id, registers::behind)
        .flatMap(this::find)
        .filter(device -> device.network().equals(Optional.of(id)));
  }

  /** The device that is called so by a network now, whatever this node remembers. */
  public Optional<Device> holder(NetworkId network) {
    return transactions.read(() -> registers.behind(network).flatMap(registers::device));
  }

  @Override
  public Optional<Asset> asset(AssetId id) {
    return remembered(assets, id, registers::asset);
  }

  private <K, V> Optional<V> remembered(
      Remembered<K, V> memory, K key, Function<K, Optional<V>> read) {
    Optional<Optional<V>> known = memory.get(key);
    if (known.isPresent()) {
      return known.get();
    }
    long forgotten = memory.forgotten();
    Optional<V> found = transactions.read(() -> read.apply(key));
    memory.remember(Map.of(key, found), forgotten);
    return found;
  }

  @Override
  public void expect(Set<DeviceId> ids) {
    Set<DeviceId> unread = devices.unread(ids.stream());
    if (unread.isEmpty()) {
      return;
    }
    long forgotten = devices.forgotten();
    List<Device> found = transactions.read(() -> readAhead(unread));
    devices.remember(answers(unread, found, Device::id), forgotten);
  }

  @Override
  public void expectBehind(Set<NetworkId> ids) {
    Set<NetworkId> unread = networks.unread(ids.stream());
    if (unread.isEmpty()) {
      return;
    }
    long forgotten = networks.forgotten();
    Map<NetworkId, Optional<DeviceId>> answers = new HashMap<>();
    unread.forEach(id -> answers.put(id, Optional.empty()));
    transactions
        .read(() -> registers.behind(unread))
        .forEach((id, device) -> answers.put(id, Optional.of(device)));
    networks.remember(answers, forgotten);
    expect(
        answers.values().stream()
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Read devices, and remember what they are on. */
  private List<Device> readAhead(Set<DeviceId> ids) {
    long forgotten = assets.forgotten();
    List<Device> found = registers.devices(ids);
    Set<AssetId> things = assets.unread(found.stream().flatMap(one -> one.asset().stream()));
    assets.remember(answers(things, registers.assets(things), Asset::id), forgotten);
    return found;
  }

  private static <K, V> Map<K, Optional<V>> answers(
      Set<K> asked, List<V> found, Function<V, K> key) {
    Map<K, Optional<V>> answers = new HashMap<>();
    asked.forEach(one -> answers.put(one, Optional.empty()));
    found.forEach(one -> answers.put(key.apply(one), Optional.of(one)));
    return answers;
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
   * @throws IllegalArgumentException when it is new and its id is the town's own
   * @throws org.zhili.core.store.StoreConflict when somebody else was faster
   */
  public Device registerDevice(DeviceId id, Function<Optional<Device>, Device> entry) {
    return transactions.run(
        () -> {
          Optional<Device> before = registers.device(id);
          Device after = entry.apply(before);
          if (before.isEmpty() && id.isReserved()) {
            throw new IllegalArgumentException(id + " is a name of the town's own");
          }
          registers.replaceDevice(before, after);
          transactions.afterCommit(
              () -> {
                forget(after);
                listeners.forEach(listener -> listener.accept(id));
              });
          return after;
        });
  }

  /** Another device may have lost its name in a network to this one. */
  private void forget(Device device) {
    networks.forget();
    if (device.network().isPresent()) {
      devices.forget();
    } else {
      devices.forget(device.id());
    }
  }

  /** Register an asset, or change what is registered, whatever that is. */
  public void register(Asset asset) {
    registerAsset(asset.id(), before -> asset);
  }

  /** The same as for a device; a change of owner is remembered. */
  public Asset registerAsset(AssetId id, Function<Optional<Asset>, Asset> entry) {
    Instant at = clock.instant();
    return transactions.run(
        () -> {
          Optional<Asset> before = registers.asset(id);
          Asset after = entry.apply(before);
          registers.replaceAsset(before, after, at);
          transactions.afterCommit(() -> assets.forget(id));
          return after;
        });
  }

  /** Those of the devices that are registered now, whatever this node remembers. */
  public Map<DeviceId, Device> registered(Set<DeviceId> ids) {
    return transactions.read(() -> byKey(registers.devices(ids), Device::id));
  }

  /** The same of assets. */
  public Map<AssetId, Asset> registeredAssets(Set<AssetId> ids) {
    return transactions.read(() -> byKey(registers.assets(ids), Asset::id));
  }

  /** The devices that are called so by networks now. */
  public Map<NetworkId, Device> holders(Set<NetworkId> ids) {
    return transactions.read(
        () -> {
          Map<NetworkId, DeviceId> behind = registers.behind(ids);
          Map<DeviceId, Device> found =
              byKey(registers.devices(Set.copyOf(behind.values())), Device::id);
          Map<NetworkId, Device> holders = new HashMap<>();
          behind.forEach((network, id) -> holders.put(network, found.get(id)));
          return holders;
        });
  }

  private static <K, V> Map<K, V> byKey(List<V> all, Function<V, K> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  /**
   * Register devices together, all of them or none.
   *
   * @throws org.zhili.core.store.StoreConflict when one is no more as it was seen
   */
  public void registerDevices(List<Change<Device>> changes) {
    transactions.run(
        () -> {
          Renaming.released(registers, changes)
              .forEach(change -> registers.replaceDevice(change.before(), change.after()));
          transactions.afterCommit(
              () -> {
                networks.forget();
                devices.forget();
                changes.forEach(
                    change -> listeners.forEach(heard -> heard.accept(change.after().id())));
              });
        });
  }

  /** The same for assets. */
  public void registerAssets(List<Change<Asset>> changes) {
    Instant at = clock.instant();
    transactions.run(
        () -> {
          changes.forEach(change -> registers.replaceAsset(change.before(), change.after(), at));
          transactions.afterCommit(assets::forget);
        });
  }

  public List<Device> devices(Optional<DeviceId> after, int limit) {
    return devices(DeviceQuery.in(Set.of()), after, limit);
  }

  /** The devices wanted, by id. */
  public List<Device> devices(DeviceQuery wanted, Optional<DeviceId> after, int limit) {
    return transactions.read(() -> registers.devices(wanted, after, limit));
  }

  /** Assets by code; without areas, those of the whole city. */
  public List<Asset> assets(Set<AreaId> areas, Optional<AssetId> after, int limit) {
    return transactions.read(() -> registers.assets(areas, after, limit));
  }

  /** Who owned an asset, latest first. */
  public List<RegisterStore.Ownership> owners(AssetId id) {
    return transactions.read(() -> registers.owners(id));
  }

  /** Read everything anew when next asked. */
  public void forget() {
    devices.forget();
    networks.forget();
    assets.forget();
  }

  @Override
  public void whenChanged(Consumer<DeviceId> listener) {
    listeners.add(listener);
  }
}
