package org.zhili.rest.internal.engine;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our servlet's configuration as CXF shall see it: no page that lists services. */
final class QuietConfig implements ServletConfig {
  private static final Map<String, String> PARAMETERS =
      Map.of("hide-service-list-page", "true", "disable-address-updates", "true");

  private final ServletConfig config;

  QuietConfig(ServletConfig config) {
    this.config = config;
  }

  @Override
  public String getServletName() {
    return config.getServletName();
  }

  @Override
  public ServletContext getServletContext() {
    return config.getServletContext();
  }

  @Override
  public @Nullable String getInitParameter(String name) {
    return PARAMETERS.get(name);
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.enumeration(PARAMETERS.keySet());
  }
}
