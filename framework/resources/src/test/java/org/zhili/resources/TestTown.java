package org.zhili.resources;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.zhili.casework.CaseFile;
import org.zhili.casework.NewCase;
import org.zhili.casework.Report;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Shape;
import org.zhili.city.Unit;
import org.zhili.core.audit.AuditWriter;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.ingest.Alert;
import org.zhili.core.intake.AlertIntake;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.plugin.Registration;
import org.zhili.core.setting.SettingsBook;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.town.InMemoryStores;
import org.zhili.core.town.PlugIns;
import org.zhili.core.town.SampleRules;
import org.zhili.core.town.Town;
import org.zhili.core.town.TownStores;
import org.zhili.core.trace.InMemoryTraceStore;
import org.zhili.device.Value;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.module.GovernanceModule;
import org.zhili.resources.security.Audit;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;
import org.zhili.scoring.ScoringModel;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * A small city with everything but a database: two districts, four units, two assets with a device
 * each. Nothing happens by itself; {@link #work} does what is due.
 */
public final class TestTown implements AutoCloseable {
  public static final UnitId WORKS = SampleTypes.WORKS;
  public static final UnitId TELECOM = SampleTypes.TELECOM;
  public static final UnitId ENFORCEMENT = SampleTypes.ENFORCEMENT;
  public static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

  private final Advising strategy = new Advising();
  private final Counting scoring = new Counting();
  private volatile Instant now = START;
  private final SampleShelf sample = new SampleShelf();
  private volatile Optional<PluginShelf> shelf = Optional.of(sample);
  private final Optional<SettingsBook> settings = Optional.of(new SampleSettings());
  private final AtomicLong nanos = new AtomicLong();
  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  private final Membership model;
  private final Town town;
  private final TownResources resources;
  private final Registration audited;

  @SuppressWarnings("this-escape")
  public TestTown() {
    TownStores stores = InMemoryStores.fresh();
    gate.admit(DispatchStrategy.class, strategy, new PluginIdentity("advising", "1.0.0", 0));
    model = gate.admit(ScoringModel.class, scoring, new PluginIdentity("counting", "1.0.0", 0));
    town = new Town(stores, new PlugIns(gate, new ModuleBook(gate)), pack(List.of()), this::now);
    town.start(0);
    audited = Audit.into(AuditWriter.start(stores.transactions(), stores.audits(), this::now));
    resources =
        new TownResources(
            town,
            stores.idempotency(),
            () -> shelf,
            () -> settings,
            nanos::get,
            new Papers(250, List.of(fonts())),
            600);
  }

  /** Put the same rules in force with these days on the calendar, and without all others. */
  public void enter(CalendarDay... days) {
    town.apply(pack(List.of(days)));
  }

  /** The unit above {@link #WORKS}. */
  public static final UnitId BUREAU = new UnitId("bureau");

  private static CityPack pack(List<CalendarDay> calendar) {
    return new CityPack(
        SampleRules.reportable(SampleRules.of(calendar, "advising", "counting")),
        List.of(
            area("city", "city", Optional.empty()),
            area("east", "district", Optional.of("city")),
            area("east-1", "community", Optional.of("east")),
            area("west", "district", Optional.of("city"))),
        List.of(
            unit(BUREAU, Set.of(), Optional.empty()),
            unit(WORKS, Set.of(), Optional.of(BUREAU)),
            unit(TELECOM, Set.of("west"), Optional.empty()),
            unit(ENFORCEMENT, Set.of(), Optional.empty())),
        List.of(asset("A-east", "east-1"), asset("A-west", "west")),
        List.of(device("MC-east", "east-1", "A-east"), device("MC-west", "west", "A-west")),
        List.of(SampleTypes.component()),
        Words.none(),
        List.of(shape("east", 1), shape("east-1", 1), shape("west", 0)));
  }

  /** A square degree of its own. */
  private static Shape shape(String id, double west) {
    List<Value.Position> ring =
        List.of(at(west, 0), at(west + 1, 0), at(west + 1, 1), at(west, 1), at(west, 0));
    return new Shape(new AreaId(id), List.of(List.of(ring)));
  }

  private static Value.Position at(double east, double north) {
    return new Value.Position(north, east);
  }

  private static Area area(String id, String level, Optional<String> parent) {
    return new Area(new AreaId(id), Wording.same(id), level, parent.map(AreaId::new));
  }

  private static Unit unit(UnitId id, Set<String> areas, Optional<UnitId> parent) {
    Set<AreaId> in = Set.copyOf(areas.stream().map(AreaId::new).toList());
    return new Unit(id, Wording.same(id.value()), Set.of(), in, Set.of(), parent);
  }

  private static Asset asset(String id, String area) {
    return new Asset(
        new AssetId(id),
        "manhole_cover",
        Wording.same(id),
        new AreaId(area),
        "中山路",
        Optional.empty(),
        Optional.of(TELECOM),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Device device(String id, String area, String asset) {
    return new Device(
        new DeviceId(id),
        "manhole_cover",
        "some-driver",
        new AreaId(area),
        "中山路",
        Optional.empty(),
        Optional.of(new AssetId(asset)),
        Map.of());
  }

  private Instant now() {
    return now;
  }

  /** A folder with fonts for a few words; there is none where tests of other modules stand. */
  private static Path fonts() {
    return Path.of("src", "test", "resources", "fonts");
  }

  public Town town() {
    return town;
  }

  public TownResources resources() {
    return resources;
  }

  public InMemoryTraceStore traces() {
    return (InMemoryTraceStore) town.stores().traces();
  }

  /** The one resource of this class. */
  public <T> T resource(Class<T> type) {
    return resources.all().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Let the strategy advise this unit from now on. */
  public void advise(UnitId unit) {
    strategy.unit = Optional.of(unit);
  }

  /** Let the scoring model leave. */
  public void leave() {
    model.close();
  }

  /** Let a module in, until its membership is closed. */
  public Membership bring(GovernanceModule module, String version) {
    PluginIdentity identity = new PluginIdentity(module.info().id(), version, 0);
    return gate.admit(GovernanceModule.class, module, identity);
  }

  /** The shelf of plug-ins. */
  public SampleShelf shelf() {
    return sample;
  }

  /** Let the town be without a shelf of plug-ins from now on. */
  public void loseShelf() {
    shelf = Optional.empty();
  }

  /** Let the scoring model fail from now on. */
  public void fail() {
    scoring.broken = true;
  }

  /** Let business time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Let real time pass. */
  public void wait(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Do what is due. */
  public void work() {
    while (town.timers().runDue() > 0) {
      pass(Duration.ofMillis(1));
    }
  }

  /** The case the city opens for an alert. */
  public CaseFile open(Alert alert) {
    Report told = SampleTypes.report(AlertIntake.key(alert), now);
    Report report =
        new Report(
            told.key(),
            told.source(),
            told.subject(),
            told.condition(),
            alert.device().area(),
            told.address(),
            told.position(),
            told.summary(),
            told.severity(),
            told.reportedAt(),
            Optional.of(alert.device().id()),
            alert.device().asset(),
            told.owner(),
            told.evidence());
    NewCase wanted = new NewCase("test.component", Optional.of("missing"), report);
    return town.desk().open(wanted, SampleTypes.SYSTEM).file();
  }

  public CaseFile file(String id) {
    return town.desk().find(CaseId.of(id)).orElseThrow();
  }

  @Override
  public void close() {
    audited.close();
    town.close();
    gate.close();
  }
}
