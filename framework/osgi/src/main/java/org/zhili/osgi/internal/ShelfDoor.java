package org.zhili.osgi.internal;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.zhili.core.clock.BusinessClock;
import org.zhili.core.shelf.PluginShelf;

/** Offers the shelf of plug-ins, once it is in order: also while the town itself is closed. */
@Component(
    service = {},
    immediate = true,
    configurationPid = ShelfDoor.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ShelfConfig.class)
public final class ShelfDoor {
  static final String PID = "org.zhili.plugins";

  private final ServiceRegistration<PluginShelf> offered;

  @Activate
  public ShelfDoor(BundleContext context, ShelfConfig config, @Reference PluginDoor door) {
    Shelf shelf = new Shelf(context, door, Path.of(config.folder()), BusinessClock.system());
    shelf.putInOrder();
    offered = context.registerService(PluginShelf.class, shelf, null);
  }

  @Deactivate
  void close() {
    offered.unregister();
  }
}
