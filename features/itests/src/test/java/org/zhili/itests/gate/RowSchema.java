package org.zhili.itests.gate;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.zhili.data.ModuleSchema;

/** One table, whose script lies beside this class. */
@Component
public final class RowSchema implements ModuleSchema {
  @Override
  public String name() {
    return "gaterow";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of();
  }

  @Override
  public String migrations() {
    return "org/zhili/itests/gate";
  }
}
