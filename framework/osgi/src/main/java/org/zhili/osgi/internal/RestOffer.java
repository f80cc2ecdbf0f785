package org.zhili.osgi.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * module's resources go with it. What came last goes first: the town is no longer well before any
 * of it is gone.
 */
final class RestOffer implements AutoCloseable {
  private static final String RESOURCE = "osgi.jakartars.resource";
  private static final String EXTENSION = "osgi.jakartars.extension";

  /** On the last of the town's own resources: while it is served and says so, the town is well. */
  private static final String TOWN = "zhili.town";

  private final BundleContext context;
  private final ModuleBook modules;
  private final Deque<ServiceRegistration<?>> own = new ArrayDeque<>();
  private final ServiceRegistration<?> last;
  private final Map<Contributed<Contribution.Rest>, ServiceRegistration<?>> ofModules =
      new HashMap<>();
  private final Registration following;
  private boolean closed;

  RestOffer(BundleContext context, TownResources resources, ModuleBook modules) {
    this.context = context;
    this.modules = modules;
    resources.extensions().forEach(extension -> own.push(register(extension, EXTENSION)));
    List<Object> all = resources.all();
    all.subList(0, all.size() - 1).forEach(resource -> own.push(register(resource, RESOURCE)));
    last = register(all.get(all.size() - 1), RESOURCE, TOWN);
    own.push(last);
    following = modules.onChange(this::follow);
    follow();
  }

  /** Let the health say whether the town is well; its resources are served all the same. */
  synchronized void mark(boolean well) {
    if (!closed) {
      last.setProperties(FrameworkUtil.asDictionary(Map.of(RESOURCE, true, TOWN, well)));
    }
  }

  private synchronized void follow() {
    if (closed) {
      return;
    }
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
            .ifPresent(resource -> ofModules.put(rest, register(resource, RESOURCE)));
      }
    }
  }

  private ServiceRegistration<?> register(Object service, String... marks) {
    Map<String, Boolean> properties =
        Stream.of(marks).collect(Collectors.toMap(mark -> mark, mark -> true));
    return context.registerService(
        service.getClass().getName(), service, FrameworkUtil.asDictionary(properties));
  }

  @Override
  public synchronized void close() {
    closed = true;
    following.close();
    ofModules.values().forEach(ServiceRegistration::unregister);
    ofModules.clear();
    own.forEach(ServiceRegistration::unregister);
  }
}
