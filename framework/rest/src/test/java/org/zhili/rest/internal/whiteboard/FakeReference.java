package org.zhili.rest.internal.whiteboard;

import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** A service reference without a framework, ordered by ranking as the real ones. */
final class FakeReference implements ServiceReference<Object> {
  private static final AtomicInteger IDS = new AtomicInteger();

  private final Map<String, Object> properties;
  private final int id = IDS.incrementAndGet();

  FakeReference(Map<String, Object> properties) {
    this.properties = new TreeMap<>(properties);
  }

  @Override
  public @Nullable Object getProperty(String key) {
    return properties.get(key);
  }

  @Override
  public String[] getPropertyKeys() {
    return properties.keySet().toArray(String[]::new);
  }

  @Override
  public @Nullable Bundle getBundle() {
    return null;
  }

  @Override
  public Bundle @Nullable [] getUsingBundles() {
    return null;
  }

  @Override
  public boolean isAssignableTo(Bundle bundle, String className) {
    return true;
  }

  @Override
  public int compareTo(Object other) {
    FakeReference that = (FakeReference) other;
    int byRanking = Integer.compare(ranking(), that.ranking());
    return byRanking != 0 ? byRanking : Integer.compare(that.id, id);
  }

  private int ranking() {
    return (int) properties.getOrDefault(Constants.SERVICE_RANKING, 0);
  }

  @Override
  public Dictionary<String, Object> getProperties() {
    throw new UnsupportedOperationException("properties");
  }

  @Override
  public <A> A adapt(Class<A> type) {
    throw new UnsupportedOperationException(type.getName());
  }
}
