package org.zhili.driver.df702;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class Df702DriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new Df702Driver();
  }
}
