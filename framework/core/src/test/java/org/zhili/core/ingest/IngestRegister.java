package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/** Devices of an {@link IngestTown}, and who wants to know when they change. */
final class IngestRegister implements Devices {
  private final Map<DeviceId, Device> devices = new ConcurrentHashMap<>();
  private final List<Consumer<DeviceId>> listeners = new ArrayList<>();
  private volatile Runnable asked = () -> {};

  /** A cover that a network speaks for. */
  void writeBehind(NetworkId network, DeviceId id, String driver) {
    devices.put(
        id,
        new Device(
            id,
            "manhole_cover",
            driver,
            new AreaId("grid-1"),
            "人民大道 1 号",
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.of(network)));
  }

  void write(DeviceId id, String type, String driver, Optional<Value.Position> position) {
    devices.put(
        id,
        new Device(
            id,
            type,
            driver,
            new AreaId("grid-1"),
            "人民大道 1 号",
            position,
            Optional.empty(),
            Map.of()));
  }

  /** Say that a device was changed. */
  void tell(DeviceId id) {
    listeners.forEach(listener -> listener.accept(id));
  }

  /** Do this before every look for a device. */
  void whenAsked(Runnable action) {
    asked = action;
  }

  @Override
  public Optional<Device> find(DeviceId id) {
    asked.run();
    return Optional.ofNullable(devices.get(id));
  }

  @Override
  public Optional<Device> behind(NetworkId id) {
    return devices.values().stream()
        .filter(device -> device.network().equals(Optional.of(id)))
        .findFirst();
  }

  @Override
  public Optional<Asset> asset(AssetId id) {
    return Optional.empty();
  }

  @Override
  public void whenChanged(Consumer<DeviceId> listener) {
    listeners.add(listener);
  }
}
