package org.zhili.driver.milesight;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class Em500SwlDriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new Em500SwlDriver();
  }
}
