package org.zhili.rest.internal.engine;

/** A part that is one object for as long as it is there. */
public record FixedPart(String name, Object instance) implements Part {
  public FixedPart(Object instance) {
    this(instance.getClass().getName(), instance);
  }

  @Override
  public Class<?> type() {
    return instance.getClass();
  }

  @Override
  public boolean perRequest() {
    return false;
  }

  @Override
  public Object acquire() {
    return instance;
  }

  @Override
  public void release(Object given) {}
}
