package org.zhili.persistence.osgi.internal;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.zhili.core.town.TownStores;
import org.zhili.data.Database;
import org.zhili.persistence.store.DatabaseStores;

/** Offers the town its stores while their tables are there. */
@Component(
    service = {},
    immediate = true)
public final class CoreStores {
  private final ServiceRegistration<TownStores> offered;

  @Activate
  public CoreStores(
      BundleContext context, @Reference(target = "(zhili.module=core)") Database database) {
    offered = context.registerService(TownStores.class, DatabaseStores.of(database), null);
  }

  @Deactivate
  void withdraw() {
    offered.unregister();
  }
}
