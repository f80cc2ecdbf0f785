package org.zhili.core.town;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.zhili.casework.NewCase;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.core.alert.InMemoryAlertStore;
import org.zhili.core.attachment.InMemoryAttachmentStore;
import org.zhili.core.audit.InMemoryAuditStore;
import org.zhili.core.casework.AbsentTypes;
import org.zhili.core.casework.InMemoryCaseStore;
import org.zhili.core.casework.InMemoryCaseTypeStore;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.city.InMemoryCredentialStore;
import org.zhili.core.city.InMemoryRegisterStore;
import org.zhili.core.dispatch.InMemoryOrderStore;
import org.zhili.core.dispatch.InMemoryReviewStore;
import org.zhili.core.edition.InMemoryEditionStore;
import org.zhili.core.grading.InMemoryScoreStore;
import org.zhili.core.inbox.InMemoryInboxStore;
import org.zhili.core.ingest.InMemoryIngestStore;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.InMemoryIsolationStore;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.store.InMemoryIdempotencyStore;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.timer.InMemoryTimerStore;
import org.zhili.core.trace.InMemoryTraceStore;
import org.zhili.device.DeviceDriver;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.message.IncomingMessage;
import org.zhili.module.GovernanceModule;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CityPack;
import org.zhili.rules.CityRules;
import org.zhili.rules.ReviewRules;
import org.zhili.rules.WorkingHours;
import org.zhili.text.Wording;

/** A town on fakes, with one cover, one driver, one module and one strategy. */
final class TownFixture implements AutoCloseable, InstantSource {
  static final DeviceId COVER = new DeviceId("MC-001");
  static final AssetId ASSET = new AssetId("A-1");
  static final AreaId DISTRICT = new AreaId("district");

  final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  final ModuleBook modules = new ModuleBook(gate);
  final InMemoryTransactions transactions = new InMemoryTransactions();
  final InMemoryIngestStore ingest = new InMemoryIngestStore();
  private final AtomicLong realNanos = new AtomicLong();
  final InMemoryCaseTypeStore types = new InMemoryCaseTypeStore(transactions, realNanos::get);
  final Town town;
  private final TownStores stores;
  private final CityPack pack;
  final Membership module;
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");

  TownFixture(Optional<UnitId> owner) {
    admit(DeviceDriver.class, new TestPlugIns.StatusDriver("status"), "status");
    module = module();
    InMemoryRegisterStore registers = new InMemoryRegisterStore(transactions);
    InMemoryTimerStore timers = new InMemoryTimerStore(transactions);
    stores =
        new TownStores(
            transactions,
            new InMemoryCaseStore(transactions),
            types,
            new InMemoryTraceStore(transactions),
            timers,
            new InMemoryReviewStore(transactions),
            new InMemoryOrderStore(transactions),
            registers,
            new InMemoryCredentialStore(transactions),
            new InMemoryScoreStore(transactions),
            new FollowingIngestStore(ingest, transactions, timers),
            ingest,
            new InMemoryInboxStore(ingest, registers),
            new InMemoryIsolationStore(),
            new InMemoryAlertStore(ingest, transactions),
            new InMemoryAuditStore(transactions),
            new InMemoryIdempotencyStore(transactions),
            new InMemoryAttachmentStore(transactions),
            new InMemoryEditionStore(transactions));
    pack = pack(owner);
    town = reopened();
    town.start(0);
  }

  /** The town on its books as they are, and on the pack it was first opened with. */
  Town reopened() {
    return reopened(pack);
  }

  /** The town on its books as they are, and on another pack. */
  Town reopened(CityPack with) {
    return new Town(stores, new PlugIns(gate, modules), with, this);
  }

  /** The town on its books as they are, with another patience with modules that are away. */
  Town reopened(Duration grace) {
    return new Town(stores, new PlugIns(gate, modules, grace), pack, this);
  }

  <P> Membership admit(Class<P> spi, P plugin, String id) {
    return gate.admit(spi, plugin, new PluginIdentity(id, "1.0.0", 0));
  }

  /** The module that brings the type and the alarm rule. */
  Membership module() {
    return admit(GovernanceModule.class, new TestPlugIns.TestModule(), "test");
  }

  Membership strategy() {
    return admit(DispatchStrategy.class, new TestPlugIns.BooksFirst(), "books-first");
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Let real time pass, in which these nodes say who is here, and then do what is due. */
  void watch(Duration time, Town... nodes) {
    for (Duration left = time; !left.isNegative(); left = left.minus(AbsentTypes.WATCHED)) {
      realNanos.addAndGet(AbsentTypes.WATCHED.toNanos());
      for (Town node : nodes) {
        node.absentTypes().watch();
      }
    }
    settle();
  }

  /** Another node on the same books, with other plug-ins. */
  Town secondNode(PluginGate others, ModuleBook theirs, CityPack with) {
    return new Town(stores, new PlugIns(others, theirs), with, this);
  }

  /** Publish a status and wait for its receipt, then do what is due. */
  void publish(String status) throws InterruptedException {
    send(status);
    settle();
  }

  /** Publish a status and wait for its receipt. */
  void send(String status) throws InterruptedException {
    pass(Duration.ofSeconds(1));
    CountDownLatch receipt = new CountDownLatch(1);
    town.ingestion()
        .inlet()
        .offer(
            new IncomingMessage(
                Origin.of("zhili/v1/demo/MC-001/up", COVER),
                Payload.ofUtf8(status),
                now,
                false,
                false),
            receipt::countDown);
    if (!receipt.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("no receipt for " + status);
    }
  }

  /** Do timers until none is due. */
  void settle() {
    for (int i = 0; i < 100; i++) {
      if (town.timers().runDue() == 0) {
        return;
      }
    }
    throw new AssertionError("timers never end");
  }

  /** Open a case that no sensor reported. */
  CaseId openByHand() {
    NewCase byHand =
        new NewCase(
            "test.component", Optional.of("missing"), SampleTypes.report("by hand", instant()));
    return town.desk().open(byHand, SampleTypes.OPERATOR).file().id();
  }

  static CityPack pack(Optional<UnitId> owner) {
    CityRules rules =
        new CityRules(
            "rules-1",
            new Wording("测试市", "Test City"),
            "demo",
            ZoneId.of("Asia/Shanghai"),
            WorkingHours.DEFAULT,
            List.of(),
            List.of(
                new CatalogueRow(
                    "DC-01",
                    "manhole_cover",
                    Optional.empty(),
                    SampleTypes.WORKS,
                    Set.of(),
                    Set.of(SampleTypes.ENFORCEMENT),
                    LocalDate.of(2024, 1, 1),
                    Optional.empty())),
            List.of(
                new AlertPolicy(
                    "manhole_cover",
                    "tilted",
                    Optional.of(new AlertPolicy.Opens("test.component", Optional.of("missing"))),
                    AlertPolicy.Damping.NONE)),
            List.of(),
            new ReviewRules(0.5, Set.of(), Set.of(), 2),
            "books-first",
            "none");
    return new CityPack(
        rules,
        List.of(new Area(DISTRICT, Wording.same("district"), "district", Optional.empty())),
        List.of(unit(SampleTypes.WORKS), unit(SampleTypes.TELECOM), unit(SampleTypes.ENFORCEMENT)),
        List.of(asset(owner)),
        List.of(
            new Device(
                COVER,
                "manhole_cover",
                "status",
                DISTRICT,
                "中山路100号",
                Optional.empty(),
                Optional.of(ASSET),
                Map.of())),
        List.of());
  }

  static Asset asset(Optional<UnitId> owner) {
    return new Asset(
        ASSET,
        "manhole_cover",
        Wording.same("cover"),
        DISTRICT,
        "中山路100号",
        Optional.empty(),
        owner,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Unit unit(UnitId id) {
    return new Unit(id, Wording.same(id.value()), Set.of(), Set.of(), Set.of(), Optional.empty());
  }

  @Override
  public void close() {
    town.close();
    modules.close();
    gate.close();
  }
}
