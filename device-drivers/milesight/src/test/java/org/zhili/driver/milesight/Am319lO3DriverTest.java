package org.zhili.driver.milesight;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class Am319lO3DriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new Am319lO3Driver();
  }
}
