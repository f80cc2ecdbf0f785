package org.zhili.driver.milesight;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class Ws302DriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new Ws302Driver();
  }
}
