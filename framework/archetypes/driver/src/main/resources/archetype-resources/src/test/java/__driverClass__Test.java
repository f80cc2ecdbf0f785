package ${package};

import org.zhili.device.DeviceDriver;
import org.zhili.tck.DeviceDriverContract;

class ${driverClass}Test extends DeviceDriverContract {
  @Override
  protected DeviceDriver driver() {
    return new ${driverClass}();
  }
}
