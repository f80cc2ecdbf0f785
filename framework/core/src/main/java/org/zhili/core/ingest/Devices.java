package org.zhili.core.ingest;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/**
 * The register of devices and assets, as the pipeline asks it for every message.
 *
 * <p>Thread-safe, answered from memory: an implementation keeps a cache and renews it when the
 * register changes. May throw {@link StoreUnavailable} when it cannot know.
 */
public interface Devices {
  Optional<Device> find(DeviceId id);

  /** The device that this network calls so. */
  Optional<Device> behind(NetworkId id);

  Optional<Asset> asset(AssetId id);

  /**
   * Hear which devices will be asked for next, to look up together what is not in memory. Not
   * needed: a device nobody announced is found by itself.
   */
  default void expect(Set<DeviceId> ids) {}

  /** The same for devices behind networks. */
  default void expectBehind(Set<NetworkId> networks) {}

  /**
   * Tell the listener of every device that was registered or changed from now on, on whatever
   * thread; the listener returns at once.
   */
  void whenChanged(Consumer<DeviceId> listener);
}
