package org.zhili.itests;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Contributions;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.town.Town;
import org.zhili.data.Database;
import org.zhili.module.GovernanceModule;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.ScoringModel;

/** Looks from inside how plug-ins leave, and what of them can be seen meanwhile. */
public final class GateProbe {
  private static final long PATIENCE_SECONDS = 60;
  private static final String INSIDE = "zhili.test.inside";
  private static final String GO = "zhili.test.go";
  private static final String LATE_CLASS = "zhili.test.late-class";
  private static final String UNFIT = "zhili.test.unfit";
  private static final String ENDED = "zhili.test.ended";
  private static final String OWN_DATABASE = "(zhili.module=gaterow)";
  private static final String RESOURCE = "org.zhili.itests.gate.RowResource";

  /** Fail unless a call that was withdrawn stays so, and what it says later is dropped. */
  public void whatComesLateIsDropped(BundleContext context, String jar) throws Exception {
    Properties shared = System.getProperties();
    CountDownLatch inside = share(INSIDE);
    CountDownLatch go = share(GO);
    shared.put(LATE_CLASS, "false");
    PluginGate gate = SwapProbe.gate(context);
    Bundle bundle = install(context, jar);
    try {
      bundle.start();
      SwapProbe.until(() -> gate.named(ScoringModel.class, "slow").isPresent());
      Guarded<ScoringModel> model = gate.named(ScoringModel.class, "slow").orElseThrow();
      CompletableFuture<Answer<List<Criterion>>> asking =
          CompletableFuture.supplyAsync(() -> model.ask(ScoringModel::criteria));
      reached(inside);
      bundle.stop();
      Answer<List<Criterion>> answer = asking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      PluginStatus left = status(gate, "slow");
      expect(answer instanceof Answer.Withdrawn, "withdrawn: " + answer);
      expect(left.state() == PluginStatus.State.LEFT && left.hanging() == 1, left);
      expect(left.counts().withdrawn() == 1 && left.counts().given() == 0, left);
      go.countDown();
      SwapProbe.until(
          () -> gate.status().stream().noneMatch(one -> one.plugin().id().equals("slow")));
      expect(asking.get() == answer, "still withdrawn: " + asking.get());
    } finally {
      go.countDown();
      uninstall(bundle);
      List.of(INSIDE, GO, LATE_CLASS).forEach(shared::remove);
    }
  }

  /** Fail unless what a module brings is seen as a whole or not at all, however often it comes. */
  public void allOfAModuleOrNothing(BundleContext context, String jar, Integer rounds)
      throws Exception {
    ModuleBook modules = town(context).modules();
    Set<Set<String>> seen = new HashSet<>();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> watching =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                seen.add(brought(modules.contributions()));
              }
            });
    Bundle bundle = install(context, jar);
    try {
      for (int round = 0; round < rounds; round++) {
        bundle.start();
        SwapProbe.until(() -> !brought(modules.contributions()).isEmpty());
        bundle.stop();
        SwapProbe.until(() -> brought(modules.contributions()).isEmpty());
      }
      System.getProperties().put(UNFIT, "true");
      bundle.start();
      PluginGate gate = town(context).gate();
      SwapProbe.until(() -> status(gate, "gaterow").state() == PluginStatus.State.REFUSED);
    } finally {
      System.getProperties().remove(UNFIT);
      over.set(true);
      uninstall(bundle);
    }
    watching.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Set<Set<String>> expected = Set.of(Set.of(), Set.of("alarm", "job", "rest", "command"));
    expect(seen.equals(expected), seen);
  }

  /**
   * Fail unless a module that leaves in the middle of a transaction is asked nothing first, then no
   * longer served, may end and commit, and only then loses its database.
   */
  public void whoLeavesEndsItsTransactionFirst(BundleContext context, String jar) throws Exception {
    Properties shared = System.getProperties();
    CountDownLatch go = share(GO);
    CountDownLatch inside = share(INSIDE);
    PluginGate gate = SwapProbe.gate(context);
    Bundle bundle = install(context, jar);
    try {
      bundle.start();
      SwapProbe.until(() -> gate.named(GovernanceModule.class, "gaterow").isPresent());
      Guarded<GovernanceModule> module =
          gate.named(GovernanceModule.class, "gaterow").orElseThrow();
      SwapProbe.until(() -> isThere(context, RESOURCE, "(objectClass=*)"));
      reached(inside);
      CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> stop(bundle));
      SwapProbe.until(() -> !isThere(context, RESOURCE, "(objectClass=*)"));
      expect(module.isLeaving(), "asked nothing any more");
      expect(gate.named(GovernanceModule.class, "gaterow").isEmpty(), "off the roster");
      expect(brought(town(context).modules().contributions()).isEmpty(), "brings nothing");
      expect(!leaving.isDone(), "waits for the job");
      go.countDown();
      leaving.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      expect("stopping".equals(shared.get(ENDED)), "committed: " + shared.get(ENDED));
      expect(rows(context) == 2, "both rows: " + rows(context));
      expect(!isThere(context, Database.class.getName(), OWN_DATABASE), "no database left");
    } finally {
      go.countDown();
      uninstall(bundle);
      List.of(INSIDE, GO, ENDED).forEach(shared::remove);
    }
  }

  /** The kinds of what the module of these tests brings. */
  private static Set<String> brought(Contributions all) {
    List<String> kinds = new ArrayList<>();
    all.alarms().stream().filter(a -> isOurs(a.module())).forEach(a -> kinds.add("alarm"));
    all.jobs().stream().filter(j -> isOurs(j.module())).forEach(j -> kinds.add("job"));
    all.rest().stream().filter(r -> isOurs(r.module())).forEach(r -> kinds.add("rest"));
    all.commands().stream().filter(c -> isOurs(c.module())).forEach(c -> kinds.add("command"));
    return Set.copyOf(kinds);
  }

  private static boolean isOurs(Guarded<GovernanceModule> module) {
    return module.identity().id().equals("gaterow");
  }

  private static int rows(BundleContext context) throws InvalidSyntaxException {
    Database database =
        context.getService(
            context.getServiceReferences(Database.class, "(zhili.module=core)").iterator().next());
    return database.readJdbc(
        connection -> {
          try (Statement query = connection.createStatement();
              ResultSet row = query.executeQuery("select count(*) from gaterow_row")) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  private static boolean isThere(BundleContext context, String service, String filter) {
    try {
      return context.getAllServiceReferences(service, filter) != null;
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static PluginStatus status(PluginGate gate, String id) {
    SwapProbe.until(() -> gate.status().stream().anyMatch(one -> one.plugin().id().equals(id)));
    return gate.status().stream()
        .filter(one -> one.plugin().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Town town(BundleContext context) {
    return context.getService(context.getServiceReference(Town.class));
  }

  private static Bundle install(BundleContext context, String jar) throws BundleException {
    return context.installBundle(Path.of(jar).toUri().toString());
  }

  private static void stop(Bundle bundle) {
    try {
      bundle.stop();
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void uninstall(Bundle bundle) throws BundleException {
    if (bundle.getState() != Bundle.UNINSTALLED) {
      bundle.uninstall();
    }
  }

  private static CountDownLatch share(String name) {
    CountDownLatch latch = new CountDownLatch(1);
    Map<Object, Object> shared = System.getProperties();
    shared.put(name, latch);
    return latch;
  }

  private static void reached(CountDownLatch latch) throws InterruptedException {
    expect(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "never asked");
  }

  private static void expect(boolean holds, Object otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
