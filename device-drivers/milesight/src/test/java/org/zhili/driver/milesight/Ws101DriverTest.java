package org.zhili.driver.milesight;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class Ws101DriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new Ws101Driver();
  }
}
