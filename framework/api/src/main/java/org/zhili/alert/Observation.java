package org.zhili.alert;

import java.util.Optional;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.device.Reading;

/**
 * What a rule is shown.
 *
 * @param previous the last valid reading of the same metric, when there is one
 * @param asset the asset the device sits on, when it is registered
 */
public record Observation(
    Reading reading, Optional<Reading> previous, Device device, Optional<Asset> asset) {}
