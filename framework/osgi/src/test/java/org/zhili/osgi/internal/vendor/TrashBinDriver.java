package org.zhili.osgi.internal.vendor;

import java.util.Set;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;

/** Knows a message by its first byte, and rejects it. */
public final class TrashBinDriver implements DeviceDriver {
  @Override
  public DriverInfo info() {
    return new DriverInfo(
        "trash-bin", "Trash bin", Set.of("bins/+/up"), Set.of(new Metric("fill", "%")));
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    return new Decoded.Rejected("a test's driver decodes nothing");
  }
}
