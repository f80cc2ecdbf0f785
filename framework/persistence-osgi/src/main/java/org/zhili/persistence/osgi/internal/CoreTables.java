package org.zhili.persistence.osgi.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.zhili.data.ModuleSchema;
import org.zhili.persistence.store.CoreSchema;

/** Registers the town's own tables like those of any module. */
@Component(service = ModuleSchema.class)
public final class CoreTables implements ModuleSchema {
  private final CoreSchema schema = new CoreSchema();

  @Override
  public String name() {
    return schema.name();
  }

  @Override
  public List<Class<?>> entities() {
    return schema.entities();
  }

  @Override
  public String migrations() {
    return schema.migrations();
  }
}
