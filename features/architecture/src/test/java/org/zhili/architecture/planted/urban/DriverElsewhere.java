package org.zhili.architecture.planted.urban;

import java.time.Instant;
import org.zhili.architecture.planted.Breaks;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;

@Breaks("D8")
public abstract class DriverElsewhere implements DeviceDriver {
  @Override
  public Decoded decode(DeviceMessage message) {
    return new Decoded.Rejected("it is " + Instant.now());
  }
}
