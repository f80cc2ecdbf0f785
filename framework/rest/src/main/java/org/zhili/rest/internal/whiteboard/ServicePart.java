package org.zhili.rest.internal.whiteboard;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.zhili.rest.internal.engine.Part;

/** A service as a part of the application. */
final class ServicePart implements Part {
  private final ServiceReference<Object> reference;
  private final ServiceObjects<Object> objects;
  private final boolean perRequest;
  private final Object first;

  /**
   * @param first an instance of the service, kept while the service is
   */
  private ServicePart(
      ServiceReference<Object> reference,
      ServiceObjects<Object> objects,
      boolean perRequest,
      Object first) {
    this.reference = reference;
    this.objects = objects;
    this.perRequest = perRequest;
    this.first = first;
  }

  /**
   * Take hold of a service.
   *
   * @throws IllegalStateException when the service gives no instance
   */
  static ServicePart of(
      ServiceReference<Object> reference, ServiceObjects<Object> objects, boolean resource) {
    Object first = objects.getService();
    if (first == null) {
      throw new IllegalStateException("the service gives no instance");
    }
    boolean prototype =
        Constants.SCOPE_PROTOTYPE.equals(reference.getProperty(Constants.SERVICE_SCOPE));
    return new ServicePart(reference, objects, prototype && resource, first);
  }

  ServiceReference<Object> reference() {
    return reference;
  }

  @Override
  public String name() {
    return reference.getBundle() == null
        ? type().getName()
        : reference.getBundle().getSymbolicName() + ": " + type().getName();
  }

  @Override
  public Class<?> type() {
    return first.getClass();
  }

  @Override
  public boolean perRequest() {
    return perRequest;
  }

  @Override
  public Object acquire() {
    if (!perRequest) {
      return first;
    }
    Object another = objects.getService();
    if (another == null) {
      throw new IllegalStateException(name() + " gives no instance");
    }
    return another;
  }

  @Override
  public void release(Object instance) {
    if (perRequest) {
      objects.ungetService(instance);
    }
  }

  /** Let go of the service, when no application uses it any more. */
  void letGo() {
    objects.ungetService(first);
  }
}
