package com.example.hellodriver;

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class HelloDriverTest extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new HelloDriver();
  }
}
