package org.zhili.rest.internal.whiteboard;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

/** As much of a framework as a tracker needs, with its services in a map. */
final class FakeFramework {
  final AtomicInteger handedOut = new AtomicInteger();

  /** Run before a service is let go. */
  volatile Runnable beforeLettingGo = () -> {};

  private final Map<ServiceReference<?>, Supplier<?>> services = new HashMap<>();

  FakeReference register(Supplier<?> service, Map<String, Object> properties) {
    FakeReference reference = new FakeReference(properties);
    services.put(reference, service);
    return reference;
  }

  BundleContext context() {
    return (BundleContext)
        Proxy.newProxyInstance(
            BundleContext.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "createFilter" -> filter((String) arguments[0]);
                  case "getServiceObjects" -> objects((ServiceReference<?>) arguments[0]);
                  default -> null;
                });
  }

  private static Filter filter(String text) {
    return (Filter)
        Proxy.newProxyInstance(
            Filter.class.getClassLoader(),
            new Class<?>[] {Filter.class},
            (self, method, arguments) -> method.getName().equals("toString") ? text : null);
  }

  private ServiceObjects<Object> objects(ServiceReference<?> reference) {
    return new ServiceObjects<>() {
      @Override
      public @Nullable Object getService() {
        Object service = services.getOrDefault(reference, () -> null).get();
        handedOut.addAndGet(service == null ? 0 : 1);
        return service;
      }

      @Override
      public void ungetService(Object service) {
        beforeLettingGo.run();
        handedOut.decrementAndGet();
      }

      @Override
      @SuppressWarnings("unchecked") // all are objects
      public ServiceReference<Object> getServiceReference() {
        return (ServiceReference<Object>) reference;
      }
    };
  }
}
