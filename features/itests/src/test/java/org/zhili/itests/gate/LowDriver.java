package org.zhili.itests.gate;

import org.osgi.service.component.annotations.Component;
import org.zhili.device.DeviceDriver;

/** Is asked after the other, and takes all for its own. */
@Component(service = DeviceDriver.class, property = "service.ranking:Integer=50")
public final class LowDriver extends ClaimingDriver {
  public LowDriver() {
    super("gate-low", 0xFF);
  }
}
