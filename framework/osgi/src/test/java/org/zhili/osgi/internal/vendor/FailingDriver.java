package org.zhili.osgi.internal.vendor;

import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;

/** Cannot be made. */
public final class FailingDriver implements DeviceDriver {
  public FailingDriver() {
    throw new IllegalStateException("the licence has expired");
  }

  @Override
  public DriverInfo info() {
    throw new IllegalStateException("never made");
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    throw new IllegalStateException("never made");
  }
}
