package org.zhili.osgi.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.zhili.core.plugin.Contributed;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.Registration;
import org.zhili.module.Contribution;
import org.zhili.resources.TownResources;

/**
 * Offers the town's REST resources, and those of the modules that are here, to the whiteboard. A
 * module's resources go with it.
 */
final class RestOffer implements AutoCloseable {
  private final BundleContext context;
  private final ModuleBook modules;
  private final List<ServiceRegistration<?>> own = new ArrayList<>();
  private final Map<Contributed<Contribution.Rest>, ServiceRegistration<?>> ofModules =
      new HashMap<>();
  private final Registration following;

  RestOffer(BundleContext context, TownResources resources, ModuleBook modules) {
    this.context = context;
    this.modules = modules;
    resources.all().forEach(resource -> own.add(register(resource, "resource")));
    resources.extensions().forEach(extension -> own.add(register(extension, "extension")));
    following = modules.onChange(this::follow);
    follow();
  }

  private synchronized void follow() {
    List<Contributed<Contribution.Rest>> here = modules.contributions().rest();
    ofModules
        .entrySet()
        .removeIf(
            gone -> {
              boolean left = !here.contains(gone.getKey());
              if (left) {
                gone.getValue().unregister();
              }
              return left;
            });
    for (Contributed<Contribution.Rest> rest : here) {
      if (!ofModules.containsKey(rest)) {
        rest.<Object>ask(r -> r.instance().get())
            .given()
            .ifPresent(resource -> ofModules.put(rest, register(resource, "resource")));
      }
    }
  }

  private ServiceRegistration<?> register(Object service, String kind) {
    return context.registerService(
        service.getClass().getName(),
        service,
        FrameworkUtil.asDictionary(Map.of("osgi.jakartars." + kind, true)));
  }

  @Override
  public synchronized void close() {
    following.close();
    ofModules.values().forEach(ServiceRegistration::unregister);
    ofModules.clear();
    own.forEach(ServiceRegistration::unregister);
  }
}
