package org.zhili.itests.evil;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.zhili.device.DeviceDriver;

/**
 * A driver for each {@link Evil}. From version 2 on they are mended. What they never end, they end
 * when they leave.
 */
@Component(service = {})
public final class EvilDrivers {
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<ServiceRegistration<DeviceDriver>> drivers = new ArrayList<>();

  @Activate
  public EvilDrivers(BundleContext context) {
    boolean mended = context.getBundle().getVersion().getMajor() > 1;
    for (Evil evil : Evil.values()) {
      DeviceDriver driver = new EvilDriver(evil, mended, end);
      drivers.add(context.registerService(DeviceDriver.class, driver, null));
    }
  }

  @Deactivate
  void leave() {
    end.countDown();
    drivers.forEach(ServiceRegistration::unregister);
  }
}
