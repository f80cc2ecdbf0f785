package org.zhili.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.zhili.casework.CaseFile;
import org.zhili.casework.NewCase;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.town.QuietTown;
import org.zhili.core.town.Town;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.text.Text;

/** A town that was started, with one device and one open case. */
final class SmallTown implements AutoCloseable {
  static final String DEVICE = QuietTown.COVER.value();

  private final QuietTown quiet = new QuietTown();
  final Town town = quiet.town();
  final CaseFile file;

  SmallTown() {
    bringAnother();
    town.start(0);
    NewCase tilted =
        new NewCase(
            SampleTypes.component().id(),
            Optional.empty(),
            SampleTypes.report("cover", QuietTown.NOW));
    file = town.desk().find(town.desk().open(tilted, SampleTypes.SYSTEM).file().id()).orElseThrow();
  }

  /** Bring the driver in, once more if it is here. */
  void bringAnother() {
    town.gate().admit(DeviceDriver.class, new SizeDriver(), new PluginIdentity("door", "1", 0));
  }

  /** Measures how long its frames are. */
  private static final class SizeDriver implements DeviceDriver {
    @Override
    public DriverInfo info() {
      return new DriverInfo("size", "size", Set.of(), Set.of(new Metric("size", "By")));
    }

    @Override
    public Decoded decode(DeviceMessage message) {
      int size = message.payload().size();
      return size == 0
          ? new Decoded.Rejected("empty")
          : new Decoded.Readings(
              List.of(
                  new Reading(
                      message.origin().device().orElseThrow(),
                      "size",
                      new Value.Measure(size),
                      message.receivedAt(),
                      TimeSource.RECEIVED)));
    }
  }

  /** Have so many calls of the driver hang that it is asked nothing more, until somebody opens. */
  void jam(Semaphore open) {
    Guarded<DeviceDriver> driver = town.gate().named(DeviceDriver.class, "size").orElseThrow();
    List<CompletableFuture<Answer<Boolean>>> asked =
        Stream.generate(() -> asked(driver, open)).limit(8).toList();
    asked.forEach(answer -> assertThat(answer.join()).isInstanceOf(Answer.Overran.class));
  }

  private static CompletableFuture<Answer<Boolean>> asked(
      Guarded<DeviceDriver> driver, Semaphore open) {
    return CompletableFuture.supplyAsync(
        () -> driver.ask(any -> hang(open)), question -> new Thread(question).start());
  }

  private static boolean hang(Semaphore open) {
    open.acquireUninterruptibly();
    open.release();
    return true;
  }

  /** Set as much work aside. */
  void bury(int pieces) {
    TimerStore timers = town.stores().timers();
    Transactions transactions = town.stores().transactions();
    for (int i = 0; i < pieces; i++) {
      String key = "piece-" + i;
      transactions.run(() -> timers.add(NewTimer.of("test", key, QuietTown.NOW)));
    }
    transactions.run(
        () ->
            timers
                .claim(Set.of("test"), QuietTown.NOW, Duration.ofMinutes(1), pieces)
                .forEach(claim -> timers.bury(claim, QuietTown.NOW, "it failed")));
  }

  /** Keep a message of a device behind a network that nobody has registered. */
  void hearStranger(String network) {
    town.stores()
        .ingest()
        .park(
            new Quarantined(
                UUID.randomUUID(),
                Quarantined.Kind.NO_DRIVER,
                Text.of("ingest.kept.unclaimed"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new NetworkId(network)),
                new IncomingMessage(
                    new Origin("lora", Optional.empty(), OptionalInt.empty(), Optional.empty()),
                    Payload.ofUtf8("x"),
                    QuietTown.NOW,
                    false,
                    false),
                1));
  }

  @Override
  public void close() {
    quiet.close();
  }
}
