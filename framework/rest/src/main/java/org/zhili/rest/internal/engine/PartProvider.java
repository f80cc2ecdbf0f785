package org.zhili.rest.internal.engine;

import org.apache.cxf.jaxrs.lifecycle.ResourceProvider;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.message.Message;

/** Gives CXF an instance of a part for each request. */
final class PartProvider implements ResourceProvider {
  private final Part part;

  private PartProvider(Part part) {
    this.part = part;
  }

  static ResourceProvider of(Part part) {
    return part.perRequest()
        ? new PartProvider(part)
        : new SingletonResourceProvider(part.acquire());
  }

  @Override
  public Object getInstance(Message message) {
    return part.acquire();
  }

  @Override
  public void releaseInstance(Message message, Object instance) {
    part.release(instance);
  }

  @Override
  public Class<?> getResourceClass() {
    return part.type();
  }

  @Override
  public boolean isSingleton() {
    return false;
  }
}
