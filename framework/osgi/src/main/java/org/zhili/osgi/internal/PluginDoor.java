package org.zhili.osgi.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
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
import org.zhili.core.plugin.PluginKinds;

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
  private final Map<String, Porch> porches = new ConcurrentHashMap<>();
  private final Map<Class<?>, ServiceTracker<?, Membership>> trackers = new LinkedHashMap<>();

  @Activate
  public PluginDoor(BundleContext context) {
    PluginKinds.ALL.forEach(kind -> track(context, kind));
    trackers.values().forEach(ServiceTracker::open);
  }

  @Deactivate
  void close() {
    // together, within one drain limit; then there is nothing left to wait for one by one
    gate.close();
    trackers.values().forEach(ServiceTracker::close);
    modules.close();
  }

  /**
   * Keep what comes with the bundle of this location on a porch of its own, from before it is
   * started until the porch is opened, or the bundle is {@link #forget forgotten}.
   */
  Porch hold(String location) {
    Porch porch = new Porch(gate);
    porches.put(location, porch);
    return porch;
  }

  /** Hold this location no longer; what is on its porch leaves with its services. */
  void forget(String location) {
    porches.remove(location);
  }

  /** What a bundle has brought to this door so far. */
  List<Brought> brought(Bundle bundle) {
    List<Brought> all = new ArrayList<>();
    for (Map.Entry<Class<?>, ServiceTracker<?, Membership>> each : trackers.entrySet()) {
      each.getValue()
          .getTracked()
          .forEach(
              (reference, membership) -> {
                if (bundle.equals(reference.getBundle())) {
                  all.add(new Brought(each.getKey(), membership));
                }
              });
    }
    return all;
  }

  /** A plug-in that came, and what it answers to. */
  record Brought(Class<?> spi, Membership membership) {}

  PluginGate gate() {
    return gate;
  }

  ModuleBook modules() {
    return modules;
  }

  private <P> void track(BundleContext context, Class<P> spi) {
    trackers.put(
        spi,
        new ServiceTracker<P, Membership>(context, spi, null) {
          @Override
          public @Nullable Membership addingService(ServiceReference<P> reference) {
            P plugin = context.getService(reference);
            Optional<Porch> porch =
                Optional.ofNullable(porches.get(reference.getBundle().getLocation()));
            if (plugin == null) {
              porch.ifPresent(held -> held.unmade(spi));
              LOG.error(
                  "A {} of {} could not be made and is left out; the lines above say why",
                  spi.getSimpleName(),
                  reference.getBundle());
              return null;
            }
            PluginIdentity identity = identity(reference);
            return porch.isPresent()
                ? porch.get().hear(spi, plugin, identity)
                : gate.admit(spi, plugin, identity);
          }

          @Override
          public void removedService(ServiceReference<P> reference, Membership membership) {
            membership.close();
            context.ungetService(reference);
          }
        });
  }

  private static PluginIdentity identity(ServiceReference<?> reference) {
    Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
    Version version = reference.getBundle().getVersion();
    String name = String.valueOf(reference.getBundle().getSymbolicName());
    return new PluginIdentity(
        name, version.toString(), ranking instanceof Integer number ? number : 0);
  }
}
