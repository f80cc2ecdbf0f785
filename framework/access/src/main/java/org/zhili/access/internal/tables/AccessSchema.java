package org.zhili.access.internal.tables;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.zhili.data.EntityBundle;
import org.zhili.data.ModuleSchema;

/** The tables of this module. */
@Component
@EntityBundle
public final class AccessSchema implements ModuleSchema {
  @Override
  public String name() {
    return "access";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(AccountEntity.class, SessionEntity.class, EndedTokenEntity.class);
  }
}
