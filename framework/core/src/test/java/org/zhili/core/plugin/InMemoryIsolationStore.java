package org.zhili.core.plugin;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the isolated in memory. */
public final class InMemoryIsolationStore implements IsolationStore {
  private final Map<Named, String> isolated = new ConcurrentHashMap<>();

  @Override
  public Set<Named> isolated() {
    return Set.copyOf(isolated.keySet());
  }

  @Override
  public void isolate(Named name, String by, Instant at) {
    isolated.putIfAbsent(name, by);
  }

  @Override
  public void release(Named name) {
    isolated.remove(name);
  }
}
