package org.zhili.resources.internal.city;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhili.city.Device;
import org.zhili.id.AssetId;
import org.zhili.id.NetworkId;
import org.zhili.resources.internal.PositionBody;

/**
 * A registered device (设备).
 *
 * @param network what the network calls it that speaks for it
 */
public record DeviceView(
    String id,
    String type,
    String driver,
    String area,
    String address,
    Optional<PositionBody> position,
    Optional<String> asset,
    SortedMap<String, String> settings,
    Optional<String> network) {
  public static DeviceView of(Device device) {
    return new DeviceView(
        device.id().value(),
        device.type(),
        device.driver(),
        device.area().value(),
        device.address(),
        device.position().map(PositionBody::of),
        device.asset().map(AssetId::value),
        new TreeMap<>(device.settings()),
        device.network().map(NetworkId::value));
  }
}
