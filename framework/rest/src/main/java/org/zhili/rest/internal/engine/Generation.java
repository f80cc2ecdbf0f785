package org.zhili.rest.internal.engine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.access.AccessFilter;
import org.zhili.rest.internal.json.StrictJson;
import org.zhili.rest.internal.openapi.ApiDescription;
import org.zhili.rest.internal.openapi.ApiDescriptionResource;

/**
 * One application as it is served: a CXF of its own, built once and never changed.
 *
 * <p>Requests enter and leave; when it is retired no more enter, and it is taken down when the last
 * has left. Thread-safe.
 */
public final class Generation {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
  private static final ThreadLocal<Generation> SERVED_HERE = new ThreadLocal<>();

  private final Application application;
  private final Bus bus;
  private final CXFNonSpringServlet servlet;
  private final Validation validation;
  private final Server server;

  private int inFlight;
  private boolean retired;
  private boolean closed;

  private Generation(
      Application application,
      Bus bus,
      CXFNonSpringServlet servlet,
      Validation validation,
      Server server) {
    this.application = application;
    this.bus = bus;
    this.servlet = servlet;
    this.validation = validation;
    this.server = server;
  }

  /**
   * Build it, which takes a second the first time and some 50 ms later.
   *
   * @throws ServletException or any exception of CXF when a part cannot be served
   */
  static Generation build(ServletConfig config, Settings settings, Application application)
      throws Exception {
    return withOwnLoader(
        () -> {
          Bus bus =
              new ExtensionManagerBus(
                  new HashMap<>(), new HashMap<>(), Generation.class.getClassLoader());
          CXFNonSpringServlet servlet = new CXFNonSpringServlet();
          Validation validation = new Validation();
          try {
            servlet.setBus(bus);
            servlet.init(new QuietConfig(config));
            Server server = server(bus, settings, application, validation);
            return new Generation(application, bus, servlet, validation, server);
          } catch (Exception | LinkageError e) {
            bus.shutdown(true);
            validation.close();
            throw e;
          }
        });
  }

  private static Server server(
      Bus bus, Settings settings, Application application, Validation validation) {
    JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
    factory.setBus(bus);
    factory.setAddress("/");
    factory.setProperties(new HashMap<>(Map.of("replace.loopback.address.with.localhost", false)));
    List<Part> resources = withDescription(application);
    List<Class<?>> types = resources.stream().<Class<?>>map(Part::type).toList();
    factory.setResourceClasses(types);
    factory.setResourceComparator(new Ranking(types));
    resources.forEach(part -> factory.setResourceProvider(part.type(), PartProvider.of(part)));
    factory.setProviders(providers(settings, application, validation));
    factory.setInvoker(validation.invoker());
    Server server = factory.create();
    // it would let "?_ctype=" and "?_type=" in an address overrule what the headers say
    Object providers = server.getEndpoint().get(ServerProviderFactory.class.getName());
    ((ServerProviderFactory) Objects.requireNonNull(providers)).setRequestPreprocessor(null);
    return server;
  }

  private static List<Part> withDescription(Application application) {
    List<Class<?>> types = application.resources().stream().<Class<?>>map(Part::type).toList();
    Part description = new FixedPart(new ApiDescriptionResource(new ApiDescription(types)));
    return Stream.concat(application.resources().stream(), Stream.of(description)).toList();
  }

  /** Extensions come first, so that theirs win where both answer. */
  private static List<Object> providers(
      Settings settings, Application application, Validation validation) {
    JsonMapper mapper = StrictJson.mapper();
    List<Object> providers = new ArrayList<>();
    application.extensions().forEach(part -> providers.add(part.acquire()));
    providers.add(new AccessFilter(settings.authenticationRequired(), application.challenge()));
    providers.add(new ProblemShape(mapper));
    providers.add(new StrictJson(mapper));
    providers.add(validation.context());
    providers.add(new Mappers.Invalid(validation.violations()));
    providers.add(new Mappers.Web());
    providers.add(new Mappers.Any());
    return providers;
  }

  public Application application() {
    return application;
  }

  /** Serve one request that has entered. */
  public void serve(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Generation outer = SERVED_HERE.get();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    SERVED_HERE.set(this);
    thread.setContextClassLoader(Generation.class.getClassLoader());
    try {
      servlet.service(request, response);
    } finally {
      thread.setContextClassLoader(before);
      if (outer == null) {
        SERVED_HERE.remove();
      } else {
        SERVED_HERE.set(outer);
      }
    }
  }

  /** Let a request in; false when this one is over and the next must be asked. */
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    inFlight++;
    return true;
  }

  /** Let a request out, from whatever thread it ends on. */
  public synchronized void exit() {
    inFlight--;
    closeWhenEmpty();
    notifyAll();
  }

  /** Let nobody in any more; it is taken down when the last request has left. */
  synchronized void retire() {
    retired = true;
    closeWhenEmpty();
  }

  /**
   * Wait until all requests have left, but for the one that may be asking.
   *
   * @param deadline in nanoseconds, as {@link System#nanoTime()} counts
   * @return whether they have
   */
  synchronized boolean awaitEmpty(long deadline) {
    int own = SERVED_HERE.get() == this ? 1 : 0;
    long left = deadline - System.nanoTime();
    while (inFlight > own && left > 0) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      left = deadline - System.nanoTime();
    }
    return inFlight <= own;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  private void closeWhenEmpty() {
    if (!retired || closed || inFlight > 0) {
      return;
    }
    closed = true;
    try {
      withOwnLoader(
          () -> {
            server.destroy();
            bus.shutdown(true);
            servlet.destroy();
            validation.close();
            return this;
          });
    } catch (Exception e) {
      LOG.warn("an application that is over could not be taken down cleanly", e);
    }
  }

  private interface Work {
    Generation run() throws Exception;
  }

  /** CXF looks for its parts through the thread's class loader. */
  private static Generation withOwnLoader(Work work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Generation.class.getClassLoader());
    try {
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
