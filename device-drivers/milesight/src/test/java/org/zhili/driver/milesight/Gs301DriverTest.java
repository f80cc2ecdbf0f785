package org.zhili.driver.milesight;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class Gs301DriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new Gs301Driver();
  }
}
