package org.zhili.listener;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration as the component runtime would hand it over: defaults, and what was set. */
final class Configured {
  private final Map<String, Object> values = new HashMap<>();

  Configured with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** A value of the wrong type fails when it is asked for, as in the component runtime. */
  ListenerConfiguration get() {
    return (ListenerConfiguration)
        Proxy.newProxyInstance(
            ListenerConfiguration.class.getClassLoader(),
            new Class<?>[] {ListenerConfiguration.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}
