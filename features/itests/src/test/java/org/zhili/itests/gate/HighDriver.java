package org.zhili.itests.gate;

import org.osgi.service.component.annotations.Component;
import org.zhili.device.DeviceDriver;

/** Is asked first, and takes all but 1 for its own. */
@Component(service = DeviceDriver.class, property = "service.ranking:Integer=100")
public final class HighDriver extends ClaimingDriver {
  public HighDriver() {
    super("gate-high", 1);
  }
}
