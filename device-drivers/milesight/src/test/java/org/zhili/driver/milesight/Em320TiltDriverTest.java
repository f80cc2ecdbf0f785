package org.zhili.driver.milesight;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class Em320TiltDriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new Em320TiltDriver();
  }
}
