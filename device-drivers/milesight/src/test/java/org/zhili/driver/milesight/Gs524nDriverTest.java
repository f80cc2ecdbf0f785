package org.zhili.driver.milesight;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class Gs524nDriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new Gs524nDriver();
  }
}
