package org.zhili.persistence.osgi.internal;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.zhili.data.ModuleSchema;
import org.zhili.persistence.PersistenceEngine;

/** Gives every registered schema its database, and takes it away when the schema leaves. */
final class SchemaWhiteboard
    implements ServiceTrackerCustomizer<ModuleSchema, SchemaSlot>, AutoCloseable {

  private final BundleContext context;
  private final PersistenceEngine engine;
  private final Worker worker;
  private final ServiceTracker<ModuleSchema, SchemaSlot> schemas;

  private SchemaWhiteboard(BundleContext context, PersistenceEngine engine, Worker worker) {
    this.context = context;
    this.engine = engine;
    this.worker = worker;
    this.schemas = new ServiceTracker<>(context, ModuleSchema.class, this);
  }

  static SchemaWhiteboard open(BundleContext context, PersistenceEngine engine, Worker worker) {
    SchemaWhiteboard whiteboard = new SchemaWhiteboard(context, engine, worker);
    whiteboard.schemas.open();
    return whiteboard;
  }

  /** The service is taken here and not later by the worker, when it may be gone already. */
  @Override
  public @Nullable SchemaSlot addingService(ServiceReference<ModuleSchema> reference) {
    Bundle bundle = reference.getBundle();
    ModuleSchema schema = context.getService(reference);
    if (bundle == null || schema == null) {
      return null;
    }
    SchemaSlot slot = new SchemaSlot(context, engine, worker, new BundledSchema(bundle, schema));
    slot.openSoon();
    return slot;
  }

  @Override
  public void modifiedService(ServiceReference<ModuleSchema> reference, SchemaSlot slot) {}

  /** Closes on the thread that removes: it waits for nobody who might wait for this thread. */
  @Override
  public void removedService(ServiceReference<ModuleSchema> reference, SchemaSlot slot) {
    slot.close();
    schemas.getTracked().values().stream()
        .filter(other -> !other.equals(slot))
        .forEach(SchemaSlot::tryAgain);
    context.ungetService(reference);
  }

  @Override
  public void close() {
    schemas.close();
  }
}
