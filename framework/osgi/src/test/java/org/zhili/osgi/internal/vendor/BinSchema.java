package org.zhili.osgi.internal.vendor;

import java.util.List;
import org.zhili.data.ModuleSchema;

/** Tables for bins. */
public final class BinSchema implements ModuleSchema {
  @Override
  public String name() {
    return "bin";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of();
  }
}
