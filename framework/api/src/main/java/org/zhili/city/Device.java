package org.zhili.city;

import java.util.Map;
import java.util.Optional;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/**
 * A registered device (设备).
 *
 * @param type what kind of thing it watches, such as {@code manhole_cover}; alarm rules go by it
 * @param driver the id of the driver that decodes it
 * @param asset the asset it sits on
 * @param settings what rules need to know of this one, such as {@code bin.depth} in mm
 * @param network what the network calls it that it is behind; only that network may speak for it.
 *     Empty for a device that logs in by itself
 */
public record Device(
    DeviceId id,
    String type,
    String driver,
    AreaId area,
    String address,
    Optional<Value.Position> position,
    Optional<AssetId> asset,
    Map<String, String> settings,
    Optional<NetworkId> network) {
  public Device {
    settings = Map.copyOf(settings);
  }

  /** A device that logs in by itself. */
  public Device(
      DeviceId id,
      String type,
      String driver,
      AreaId area,
      String address,
      Optional<Value.Position> position,
      Optional<AssetId> asset,
      Map<String, String> settings) {
    this(id, type, driver, area, address, position, asset, settings, Optional.empty());
  }
}
