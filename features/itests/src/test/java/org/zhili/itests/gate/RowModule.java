package org.zhili.itests.gate;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhili.alert.Judgment;
import org.zhili.data.Database;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.JobContext;
import org.zhili.module.ModuleInfo;
import org.zhili.module.Reply;
import org.zhili.module.Schedule;
import org.zhili.text.Text;

/**
 * Brings a bit of everything. Its job writes a row in a transaction that it keeps open until the
 * test lets it go. It meets the test in the system properties, which is all they share; a property
 * also makes one of its contributions unfit.
 */
@Component(service = GovernanceModule.class)
public final class RowModule implements GovernanceModule {
  private final Database database;

  @Activate
  public RowModule(@Reference(target = "(zhili.module=gaterow)") Database database) {
    this.database = database;
  }

  @Override
  public ModuleInfo info() {
    return new ModuleInfo("gaterow", Text.of("gaterow"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    String command = Boolean.getBoolean("zhili.test.unfit") ? "NOT A NAME" : "gaterow";
    return List.of(
        new Contribution.Alarm(
            "gaterow.alarm", Set.of("none"), Set.of("none"), seen -> new Judgment.NotApplicable()),
        new Contribution.Job("gaterow.job", new Schedule(Duration.ofSeconds(1)), this::write),
        new Contribution.Rest(RowResource.class, RowResource::new),
        new Contribution.Command(
            command, Text.of("gaterow"), arguments -> Reply.done(Text.of("gaterow"))));
  }

  private void write(JobContext context) throws InterruptedException {
    Map<Object, Object> shared = System.getProperties();
    if (!shared.containsKey("zhili.test.inside")) {
      return;
    }
    boolean stopping =
        database.jdbc(
            connection -> {
              insert(connection.prepareStatement("insert into gaterow_row values (1)"));
              latch("zhili.test.inside").countDown();
              await(latch("zhili.test.go"));
              insert(connection.prepareStatement("insert into gaterow_row values (2)"));
              return context.stopping();
            });
    shared.remove("zhili.test.inside");
    shared.put("zhili.test.ended", stopping ? "stopping" : "running");
  }

  private static void insert(PreparedStatement statement) throws java.sql.SQLException {
    try (statement) {
      statement.executeUpdate();
    }
  }

  private static CountDownLatch latch(String name) {
    return (CountDownLatch) Objects.requireNonNull(System.getProperties().get(name), name);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
