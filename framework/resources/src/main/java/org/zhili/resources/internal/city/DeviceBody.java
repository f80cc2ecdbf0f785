package org.zhili.resources.internal.city;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhili.city.Device;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;

/**
 * A device to be registered.
 *
 * @param type what kind of thing it watches
 * @param driver id of the driver that decodes it
 * @param settings what alarm rules need to know of this one
 * @param network what the network calls it that speaks for it, such as {@code
 *     things-stack:bins@ttn:bin-7}; none for a device that logs in by itself
 */
public record DeviceBody(
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String type,
    @NotNull @Size(max = 100) @Pattern(regexp = Form.DRIVER) String driver,
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String area,
    @NotNull @Size(max = 200) @Pattern(regexp = Form.LINE) String address,
    Optional<@Valid PositionBody> position,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> asset,
    @Size(max = 50) Map<
                @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String,
                @NotNull @Size(max = 200) @Pattern(regexp = Form.LINE) String>
            settings,
    Optional<@Size(max = 161) @Pattern(regexp = Form.NETWORK) String> network) {
  public DeviceBody {
    position = Objects.requireNonNullElse(position, Optional.empty());
    asset = Objects.requireNonNullElse(asset, Optional.empty());
    settings = Objects.requireNonNullElse(settings, Map.of());
    network = Objects.requireNonNullElse(network, Optional.empty());
  }

  Device device(DeviceId id, AreaId inArea, Optional<AssetId> onAsset) {
    return device(id, inArea, onAsset, network.map(NetworkId::new));
  }

  /** The device it describes, behind this network whatever it says itself. */
  public Device device(
      DeviceId id, AreaId inArea, Optional<AssetId> onAsset, Optional<NetworkId> behind) {
    Optional<Value.Position> at = position.map(PositionBody::position);
    return new Device(id, type, driver, inArea, address, at, onAsset, settings, behind);
  }
}
