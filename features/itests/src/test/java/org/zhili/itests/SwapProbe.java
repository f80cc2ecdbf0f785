package org.zhili.itests;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.town.Town;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.ScoringModel;

/** Changes a bundle in the middle of a call to it. */
public final class SwapProbe {
  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_NANOS = 100_000;
  private static final String INSIDE = "zhili.test.inside";
  private static final String GO = "zhili.test.go";
  private static final String LATE_CLASS = "zhili.test.late-class";

  /** What an administrator may do to a bundle. */
  enum Change {
    STOP,
    UPDATE,
    UNINSTALL,
    UPDATE_AND_REFRESH,
    UNINSTALL_AND_REFRESH
  }

  /** Fail unless the call under way completes, whatever of its classes it needs. */
  public void theCallCompletes(BundleContext context, String change, String jar, Boolean lateClass)
      throws Exception {
    Answer<List<Criterion>> answer = changed(context, change, jar, lateClass, true);
    String expected = lateClass ? "late" : "loaded";
    if (!answer.given().map(criteria -> criteria.get(0).id()).equals(Optional.of(expected))) {
      throw new AssertionError(change + ": " + answer);
    }
  }

  /** Fail unless the change is over after the drain limit, and the call is withdrawn. */
  public void tooLateIsWithdrawn(BundleContext context, String change, String jar)
      throws Exception {
    Answer<List<Criterion>> answer = changed(context, change, jar, true, false);
    if (!(answer instanceof Answer.Withdrawn)) {
      throw new AssertionError(change + ": " + answer);
    }
  }

  private static Answer<List<Criterion>> changed(
      BundleContext context, String change, String jar, boolean lateClass, boolean inTime)
      throws Exception {
    Properties shared = System.getProperties();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    shared.put(INSIDE, inside);
    shared.put(GO, go);
    shared.put(LATE_CLASS, Boolean.toString(lateClass));
    Bundle bundle = context.installBundle(Path.of(jar).toUri().toString());
    try {
      bundle.start();
      Guarded<ScoringModel> model = model(gate(context));
      CompletableFuture<Answer<List<Criterion>>> answer =
          CompletableFuture.supplyAsync(() -> model.ask(ScoringModel::criteria));
      if (!inside.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("never asked");
      }
      CompletableFuture<Void> done =
          CompletableFuture.runAsync(
              () -> perform(Change.valueOf(change), context.getBundle(0), bundle, jar));
      until(model::isLeaving);
      if (inTime) {
        if (done.isDone()) {
          throw new AssertionError(change + " did not wait for the call");
        }
        go.countDown();
      }
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      go.countDown();
      if (bundle.getState() != Bundle.UNINSTALLED) {
        bundle.uninstall();
      }
      List.of(INSIDE, GO, LATE_CLASS).forEach(shared::remove);
    }
  }

  private static void perform(Change change, Bundle framework, Bundle bundle, String jar) {
    try {
      switch (change) {
        case STOP -> bundle.stop();
        case UPDATE -> update(bundle, jar);
        case UNINSTALL -> bundle.uninstall();
        case UPDATE_AND_REFRESH -> {
          update(bundle, jar);
          refresh(framework, bundle);
        }
        case UNINSTALL_AND_REFRESH -> {
          bundle.uninstall();
          refresh(framework, bundle);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static void update(Bundle bundle, String jar) throws Exception {
    try (InputStream bytes = Files.newInputStream(Path.of(jar))) {
      bundle.update(bytes);
    } catch (BundleException e) {
      throw new IllegalStateException(bundle + ": " + e.getMessage(), e);
    }
  }

  private static void refresh(Bundle framework, Bundle bundle) throws InterruptedException {
    CountDownLatch refreshed = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            List.of(bundle),
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
              }
            });
    if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("never refreshed");
    }
  }

  static PluginGate gate(BundleContext context) {
    Town town = context.getService(context.getServiceReference(Town.class));
    return town.gate();
  }

  private static Guarded<ScoringModel> model(PluginGate gate) {
    until(() -> gate.named(ScoringModel.class, "slow").isPresent());
    return gate.named(ScoringModel.class, "slow").orElseThrow();
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never so");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
