package org.zhili.osgi.internal.vendor;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.zhili.data.ModuleSchema;
import org.zhili.device.DeviceDriver;

/**
 * Registers what its manifest names, and makes it when it is first asked for, as declarative
 * services do.
 */
public final class Starter implements BundleActivator, ServiceFactory<DeviceDriver> {
  /** The header of a jar with tables. */
  public static final String TABLES = "Test-Tables";

  /** The header that names the class of the driver. */
  public static final String DRIVER = "Test-Driver";

  @Override
  public void start(BundleContext context) {
    String kind = context.getBundle().getHeaders().get(DRIVER);
    if (context.getBundle().getHeaders().get(TABLES) != null) {
      context.registerService(ModuleSchema.class, new BinSchema(), null);
    }
    if (kind != null) {
      context.registerService(DeviceDriver.class, this, null);
    }
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public DeviceDriver getService(Bundle bundle, ServiceRegistration<DeviceDriver> registration) {
    String kind = registration.getReference().getBundle().getHeaders().get(DRIVER);
    try {
      return (DeviceDriver)
          getClass().getClassLoader().loadClass(kind).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void ungetService(
      Bundle bundle, ServiceRegistration<DeviceDriver> registration, DeviceDriver service) {}
}
