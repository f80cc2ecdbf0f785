package org.zhili.rest.internal.whiteboard;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.engine.Application;
import org.zhili.rest.internal.engine.Generations;
import org.zhili.rest.internal.engine.Part;

/**
 * Follows services and composes applications of them.
 *
 * <p>Arrivals are collected for a moment, since they come in crowds. A departure is answered before
 * it happens: the service is let go when no request uses it any more, or after the drain's limit.
 */
final class PartTracker implements ServiceTrackerCustomizer<Object, ServicePart> {
  private static final Logger LOG = LoggerFactory.getLogger(PartTracker.class);
  private static final String RESOURCE = "osgi.jakartars.resource";
  private static final String EXTENSION = "osgi.jakartars.extension";

  /** On the last service a town registers and the first it takes back. */
  private static final String TOWN = "zhili.town";

  private static final String AUTHENTICATOR = "zhili.authenticator";
  private static final String CHALLENGE = "zhili.authenticator.challenge";
  private static final long CROWD_MILLISECONDS = 50;

  private final BundleContext context;
  private final Generations generations;
  private final ServiceTracker<Object, ServicePart> tracker;
  private final Set<ServicePart> parts = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "zhili-rest");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable ScheduledFuture<?> pending;

  PartTracker(BundleContext context, Generations generations) throws InvalidSyntaxException {
    this.context = context;
    this.generations = generations;
    this.tracker =
        new ServiceTracker<>(
            context,
            context.createFilter("(|(" + RESOURCE + "=true)(" + EXTENSION + "=true))"),
            this);
  }

  void start() {
    tracker.open();
    generations.arrive(this::application);
  }

  void stop() {
    clock.shutdownNow();
    generations.end();
    tracker.close();
  }

  @Override
  public @Nullable ServicePart addingService(ServiceReference<Object> reference) {
    try {
      ServicePart part =
          ServicePart.of(reference, context.getServiceObjects(reference), is(reference, RESOURCE));
      parts.add(part);
      soon();
      return part;
    } catch (RuntimeException | LinkageError e) {
      LOG.error(
          "a REST service of {} is not served: {}",
          reference.getBundle() == null ? "?" : reference.getBundle().getSymbolicName(),
          String.valueOf(e));
      return null;
    }
  }

  @Override
  public void modifiedService(ServiceReference<Object> reference, ServicePart part) {
    soon();
  }

  @Override
  public void removedService(ServiceReference<Object> reference, ServicePart part) {
    parts.remove(part);
    generations.depart(this::application, part);
    part.letGo();
  }

  private synchronized void soon() {
    if (clock.isShutdown()) {
      return;
    }
    if (pending != null) {
      pending.cancel(false);
    }
    pending =
        clock.schedule(
            () -> generations.arrive(this::application), CROWD_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private Application application() {
    List<ServicePart> present =
        parts.stream()
            .sorted(Comparator.comparing(ServicePart::reference, Comparator.reverseOrder()))
            .toList();
    List<ServicePart> guards =
        present.stream()
            .filter(part -> is(part.reference(), EXTENSION) && is(part.reference(), AUTHENTICATOR))
            .toList();
    return new Application(
        withProperty(present, RESOURCE),
        withProperty(present, EXTENSION),
        !guards.isEmpty(),
        present.stream().anyMatch(part -> is(part.reference(), TOWN)),
        guards.stream()
            .map(part -> part.reference().getProperty(CHALLENGE))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst()
            .orElse("Bearer realm=\"zhili\""));
  }

  private static List<Part> withProperty(List<ServicePart> present, String property) {
    return present.stream()
        .filter(part -> is(part.reference(), property))
        .<Part>map(p -> p)
        .toList();
  }

  private static boolean is(ServiceReference<?> reference, String property) {
    return Boolean.parseBoolean(String.valueOf(reference.getProperty(property)));
  }
}
