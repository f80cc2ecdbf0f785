package org.zhili.osgi.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.data.ModuleSchema;
import org.zhili.data.SchemaCheck;
import org.zhili.data.SchemaCheck.Fault;
import org.zhili.data.SchemaCheck.Verdict;
import org.zhili.osgi.internal.Trial.Candidate;
import org.zhili.text.Wording;

/** The tables that come with a newcomer: whether they can be made or changed, and that they are. */
final class Tables {
  private final BundleContext context;
  private final Duration patience;

  Tables(BundleContext context, Duration patience) {
    this.context = context;
    this.patience = patience;
  }

  /** What speaks against changing them, if anything does; nothing does without a database. */
  Optional<Wording> look(Candidate candidate, Bundle bundle) {
    return ask(candidate, bundle, SchemaCheck::look);
  }

  /** Change them while the version before is in use; why that went wrong, if it did. */
  Optional<Wording> prepare(Candidate candidate, Bundle bundle) {
    return ask(candidate, bundle, SchemaCheck::prepare);
  }

  private Optional<Wording> ask(
      Candidate candidate, Bundle bundle, BiFunction<SchemaCheck, ModuleSchema, Verdict> question) {
    if (!candidate.facts().hasTables()) {
      return Optional.empty();
    }
    ServiceTracker<SchemaCheck, SchemaCheck> checks =
        new ServiceTracker<>(context, SchemaCheck.class, null);
    ServiceTracker<ModuleSchema, ModuleSchema> schemas = tracker(bundle);
    checks.open();
    schemas.open();
    try {
      SchemaCheck check = checks.getService();
      ModuleSchema schema = check == null ? null : awaited(schemas);
      return check == null || schema == null
          ? Optional.empty()
          : objection(candidate, answer(() -> question.apply(check, schema)));
    } finally {
      schemas.close();
      checks.close();
    }
  }

  /** What a newcomer's own code throws is its fault, too. */
  private static Verdict answer(Supplier<Verdict> asked) {
    try {
      return asked.get();
    } catch (RuntimeException | LinkageError e) {
      return new Verdict.Unfit(Fault.FAILED, TownBundles.cause(e));
    }
  }

  private static Optional<Wording> objection(Candidate candidate, Verdict verdict) {
    if (!(verdict instanceof Verdict.Unfit unfit) || isBearable(candidate, unfit.fault())) {
      return Optional.empty();
    }
    String key = "tables." + unfit.fault();
    String version = candidate.facts().version();
    return Optional.of(ShelfWords.say(key, candidate.facts().name(), version, unfit.detail()));
  }

  /** One that was in before bears newer tables, and waits for its database as it did then. */
  private static boolean isBearable(Candidate candidate, Fault fault) {
    return candidate.again() && (fault == Fault.NEWER || fault == Fault.UNKNOWN);
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
