package org.zhili.persistence.osgi.internal;

import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.persistence.OpenSchema;
import org.zhili.persistence.PersistenceEngine;

/**
 * The place of one module on the database: opened by the worker, closed by whoever removes it.
 *
 * <p>The lock guards the fields only and is never held while the framework is called.
 */
final class SchemaSlot implements AutoCloseable {

  /** The service property by which a module asks for its own database. */
  static final String MODULE = "zhili.module";

  private static final Logger LOG = LoggerFactory.getLogger(SchemaSlot.class);
  private static final int RETRY_SECONDS = 2;

  private final BundleContext context;
  private final PersistenceEngine engine;
  private final Worker worker;
  private final BundledSchema schema;

  private boolean gone;
  private String lastComplaint = "";
  private @Nullable Future<?> attempt;
  private @Nullable OpenSchema open;
  private @Nullable ServiceRegistration<Database> registration;

  SchemaSlot(BundleContext context, PersistenceEngine engine, Worker worker, BundledSchema schema) {
    this.context = context;
    this.engine = engine;
    this.worker = worker;
    this.schema = schema;
  }

  void openSoon() {
    attemptIn(0);
  }

  /** Another has left, perhaps an earlier version of this one. */
  void tryAgain() {
    synchronized (this) {
      if (gone || open != null) {
        return;
      }
    }
    openSoon();
  }

  private void attemptIn(int seconds) {
    try {
      Future<?> next = worker.after(seconds, this::attempt);
      synchronized (this) {
        attempt = next;
      }
    } catch (RejectedExecutionException closing) {
      LOG.debug("the database of {} is being closed", schema);
    }
  }

  private void attempt() {
    if (isDone()) {
      return;
    }
    try {
      OpenSchema opened = schema.openIn(engine);
      if (!keep(opened) || !register(opened)) {
        opened.close();
      }
    } catch (DatabaseFailure failure) {
      complain(failure);
      if (failure.retryable()) {
        attemptIn(RETRY_SECONDS);
      }
    } catch (RuntimeException | LinkageError broken) {
      complain(broken);
    }
  }

  /** Answers false when the framework, or this slot, is on its way out. */
  private boolean register(OpenSchema opened) {
    Dictionary<String, String> properties =
        FrameworkUtil.asDictionary(Map.of(MODULE, opened.name()));
    try {
      ServiceRegistration<Database> registered =
          context.registerService(Database.class, opened.database(), properties);
      if (keep(registered)) {
        LOG.info("{} has its database", schema);
        return true;
      }
      unregister(registered);
    } catch (IllegalStateException stopping) {
      LOG.debug("{} got no database: this bundle stops", schema);
    }
    return false;
  }

  /** Closes on the calling thread; an attempt that is under way throws its result away. */
  @Override
  public void close() {
    ServiceRegistration<Database> registered;
    OpenSchema opened;
    synchronized (this) {
      gone = true;
      registered = registration;
      opened = open;
      registration = null;
      open = null;
      if (attempt != null) {
        attempt.cancel(false);
      }
    }
    if (registered != null) {
      unregister(registered);
    }
    if (opened != null) {
      opened.close();
    }
  }

  private static void unregister(ServiceRegistration<Database> registered) {
    try {
      registered.unregister();
    } catch (IllegalStateException already) {
      LOG.debug("the service was unregistered with its bundle", already);
    }
  }

  private synchronized boolean isDone() {
    return gone || open != null;
  }

  private synchronized boolean isGone() {
    return gone;
  }

  private synchronized boolean keep(OpenSchema opened) {
    open = gone ? null : opened;
    return !gone;
  }

  private synchronized boolean keep(ServiceRegistration<Database> registered) {
    registration = gone ? null : registered;
    return !gone;
  }

  /** Says the same thing once, however often it is tried. */
  private void complain(Throwable failure) {
    String complaint = String.valueOf(failure.getMessage());
    if (isGone() || complaint.equals(lastComplaint)) {
      LOG.debug("{} still has no database", schema, failure);
      return;
    }
    lastComplaint = complaint;
    if (failure instanceof DatabaseFailure known && known.retryable()) {
      LOG.warn("{} waits for its database: {}", schema, complaint);
    } else {
      LOG.error("{} gets no database", schema, failure);
    }
  }
}
