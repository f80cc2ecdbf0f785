package org.zhili.itests.vendor;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.zhili.data.ModuleSchema;

/** Tables that nobody reads; what counts is how they come into being. */
@Component
public final class LevelSchema implements ModuleSchema {
  @Override
  public String name() {
    return "vendor_level";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of();
  }
}
