package org.zhili.osgi.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.module.GovernanceModule;
import org.zhili.scoring.ScoringModel;

/**
 * Brings every plug-in service to the gate, and lets it leave when the service goes: the
 * framework's thread waits until calls under way have ended, so that no bundle is stopped beneath
 * one.
 */
@Component(service = PluginDoor.class)
public final class PluginDoor {
  private static final Logger LOG = LoggerFactory.getLogger(PluginDoor.class);

  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  private final ModuleBook modules = new ModuleBook(gate);
  private final List<ServiceTracker<?, Membership>> trackers;

  @Activate
  public PluginDoor(BundleContext context) {
    trackers =
        List.of(
            tracker(context, DeviceDriver.class),
            tracker(context, PayloadEnvelope.class),
            tracker(context, DispatchStrategy.class),
            tracker(context, ScoringModel.class),
            tracker(context, GovernanceModule.class));
    trackers.forEach(ServiceTracker::open);
  }

  @Deactivate
  void close() {
    // together, within one drain limit; then there is nothing left to wait for one by one
    gate.close();
    trackers.forEach(ServiceTracker::close);
    modules.close();
  }

  PluginGate gate() {
    return gate;
  }

  ModuleBook modules() {
    return modules;
  }

  private <P> ServiceTracker<P, Membership> tracker(BundleContext context, Class<P> spi) {
    return new ServiceTracker<P, Membership>(context, spi, null) {
      @Override
      public @Nullable Membership addingService(ServiceReference<P> reference) {
        P plugin = context.getService(reference);
        if (plugin == null) {
          LOG.error(
              "A {} of {} could not be made and is left out; the lines above say why",
              spi.getSimpleName(),
              reference.getBundle());
          return null;
        }
        return gate.admit(spi, plugin, identity(reference));
      }

      @Override
      public void removedService(ServiceReference<P> reference, Membership membership) {
        membership.close();
        context.ungetService(reference);
      }
    };
  }

  private static PluginIdentity identity(ServiceReference<?> reference) {
    Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
    Version version = reference.getBundle().getVersion();
    String name = String.valueOf(reference.getBundle().getSymbolicName());
    return new PluginIdentity(
        name, version.toString(), ranking instanceof Integer number ? number : 0);
  }
}
