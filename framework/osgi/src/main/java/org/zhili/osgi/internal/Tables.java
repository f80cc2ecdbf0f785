package org.zhili.osgi.internal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.data.ModuleSchema;
import org.zhili.data.SchemaCheck;
import org.zhili.data.SchemaCheck.Fault;
import org.zhili.data.SchemaCheck.Verdict;
import org.zhili.osgi.internal.Trial.Candidate;
import org.zhili.text.Wording;

/** Whether the tables that come with a newcomer can be made or changed, seen before any is. */
final class Tables {
  private final BundleContext context;
  private final Duration patience;

  Tables(BundleContext context, Duration patience) {
    this.context = context;
    this.patience = patience;
  }

  /**
   * What speaks against one that runs, if anything does; nothing does while there is no database.
   */
  Optional<Wording> objection(Candidate candidate, Bundle bundle) {
    if (!candidate.facts().hasTables()) {
      return Optional.empty();
    }
    ServiceReference<SchemaCheck> reference = context.getServiceReference(SchemaCheck.class);
    SchemaCheck check = reference == null ? null : context.getService(reference);
    if (check == null) {
      return Optional.empty();
    }
    try {
      return schema(bundle).flatMap(schema -> objection(candidate, check.look(schema)));
    } finally {
      context.ungetService(reference);
    }
  }

  private static Optional<Wording> objection(Candidate candidate, Verdict verdict) {
    if (verdict instanceof Verdict.Unfit unfit
        && !(unfit.fault() == Fault.NEWER && candidate.again())) {
      String key = "tables." + unfit.fault();
      String version = candidate.facts().version();
      return Optional.of(ShelfWords.say(key, candidate.facts().name(), version, unfit.detail()));
    }
    return Optional.empty();
  }

  /** What it announces as a service, once it has come. */
  private Optional<ModuleSchema> schema(Bundle bundle) {
    ServiceTracker<ModuleSchema, ModuleSchema> tracker = tracker(bundle);
    tracker.open();
    try {
      return Optional.ofNullable(awaited(tracker));
    } finally {
      tracker.close();
    }
  }

  private @Nullable ModuleSchema awaited(ServiceTracker<ModuleSchema, ModuleSchema> tracker) {
    try {
      return tracker.waitForService(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private ServiceTracker<ModuleSchema, ModuleSchema> tracker(Bundle bundle) {
    String filter =
        "(&(%s=%s)(%s=%d))"
            .formatted(
                Constants.OBJECTCLASS,
                ModuleSchema.class.getName(),
                Constants.SERVICE_BUNDLEID,
                bundle.getBundleId());
    try {
      return new ServiceTracker<>(context, context.createFilter(filter), null);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(filter, e);
    }
  }
}
