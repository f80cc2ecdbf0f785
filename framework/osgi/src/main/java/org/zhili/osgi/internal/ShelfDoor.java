package org.zhili.osgi.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.clock.BusinessClock;
import org.zhili.core.shelf.PluginShelf;

/**
 * Offers the shelf of plug-ins once it is in order, also while the town itself is closed, and
 * follows the folder whose files are put in by themselves.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = ShelfDoor.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ShelfConfig.class)
public final class ShelfDoor {
  static final String PID = "org.zhili.plugins";

  private static final Logger LOG = LoggerFactory.getLogger(ShelfDoor.class);
  private static final long LOOK_SECONDS = 1;
  private static final long PATIENCE_SECONDS = 30;

  private final Shelf shelf;
  private final DeployFolder deploy;
  private final ServiceRegistration<PluginShelf> offered;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "zhili-shelf");
            thread.setDaemon(true);
            return thread;
          });

  @Activate
  public ShelfDoor(BundleContext context, ShelfConfig config, @Reference PluginDoor door) {
    ShelfSettings settings = ShelfSettings.read(config);
    shelf = new Shelf(context, door, settings, BusinessClock.system());
    shelf.putInOrder();
    deploy = new DeployFolder(settings.deploy(), shelf);
    offered = context.registerService(PluginShelf.class, shelf, null);
    Future<?> untilClosed =
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    LOG.debug("Following {}: {}", settings.deploy(), untilClosed);
  }

  private void look() {
    try {
      deploy.look();
      shelf.watch();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The plug-ins cannot be looked after now; trying again", e);
    }
  }

  /** Waits for a change that is under way. */
  @Deactivate
  void close() throws InterruptedException {
    offered.unregister();
    looking.shutdown();
    if (!looking.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("A change of the plug-ins is still under way");
    }
  }
}
