package org.zhili.osgi.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.casework.CaseDesk;
import org.zhili.casework.CaseFile;
import org.zhili.core.audit.AuditWriter;
import org.zhili.core.clock.BusinessClock;
import org.zhili.core.ingest.IngestSettings;
import org.zhili.core.setting.SettingsBook;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.station.GateStations;
import org.zhili.core.town.PlugIns;
import org.zhili.core.town.Town;
import org.zhili.core.town.TownStores;
import org.zhili.device.DeviceAccounts;
import org.zhili.frame.Stations;
import org.zhili.id.CaseId;
import org.zhili.message.MessageInlet;
import org.zhili.resources.TownResources;
import org.zhili.resources.live.LiveFeed;
import org.zhili.resources.security.Audit;
import org.zhili.rules.CityPack;

/**
 * A town that is open, and the services it offers. What was opened last is closed first, also when
 * opening fails half-way.
 */
final class OpenTown implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenTown.class);

  private static final CaseId NO_CASE = new CaseId(new UUID(0, 0));

  private final BundleContext context;
  private final Town town;
  private final Deque<Runnable> closing = new ArrayDeque<>();

  private OpenTown(BundleContext context, Town town) {
    this.context = context;
    this.town = town;
  }

  static OpenTown open(
      BundleContext context,
      TownSettings settings,
      PluginDoor plugIns,
      TownStores stores,
      CityPack pack) {
    InstantSource clock = clock(settings, stores);
    PlugIns there = new PlugIns(plugIns.gate(), plugIns.modules(), settings.grace());
    IngestSettings ingest = IngestSettings.DEFAULT.keeping(settings.readings(), settings.alarms());
    OpenTown open = new OpenTown(context, new Town(stores, there, pack, clock, ingest));
    try {
      open.start(settings, plugIns, clock);
      return open;
    } catch (RuntimeException | LinkageError e) {
      open.close();
      throw e;
    }
  }

  /** The inlet comes last and goes first: messages are taken only while all else is there. */
  private void start(TownSettings settings, PluginDoor plugIns, InstantSource clock) {
    closing.push(town::close);
    town.start(settings.workers());
    AuditWriter audit =
        AuditWriter.start(
            town.stores().transactions(), town.stores().audits(), BusinessClock.system());
    closing.push(Audit.into(audit)::close);
    offer(InstantSource.class, clock);
    offer(CaseDesk.class, town.desk());
    offer(Town.class, town);
    offer(DeviceAccounts.class, town.access());
    offer(Stations.class, new GateStations(plugIns.gate(), town.access()));
    TownResources resources =
        new TownResources(
            town,
            town.stores().idempotency(),
            following(PluginShelf.class),
            following(SettingsBook.class),
            System::nanoTime,
            settings.papers(),
            settings.residentReports());
    RestOffer rest = new RestOffer(context, resources, plugIns.modules());
    closing.push(rest::close);
    LiveFeed live = resources.live();
    closing.push(live::close);
    offer(LiveFeed.class, live);
    closing.push(new Pulse(this::askTheStore, rest::mark).start()::close);
    offer(MessageInlet.class, town.ingestion().inlet());
  }

  /** What opens and closes by itself. */
  private <S> Supplier<Optional<S>> following(Class<S> type) {
    ServiceTracker<S, S> there = new ServiceTracker<>(context, type, null);
    there.open();
    closing.push(there::close);
    return () -> Optional.ofNullable(there.getService());
  }

  private void askTheStore() {
    Optional<CaseFile> none =
        town.stores().transactions().read(() -> town.ledger().cases().find(NO_CASE));
    LOG.trace("The store answers: {}", none);
  }

  private <S> void offer(Class<S> type, S service) {
    ServiceRegistration<S> offered = context.registerService(type, service, null);
    closing.push(offered::unregister);
  }

  /** Put a changed pack in force. */
  void apply(CityPack pack) {
    town.apply(pack);
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }

  /** The city's clock: real time, or a demonstration's that starts elsewhere and runs faster. */
  private static InstantSource clock(TownSettings settings, TownStores stores) {
    BusinessClock real = BusinessClock.system();
    if (settings.onRealTime()) {
      return real;
    }
    Instant start = settings.clockStart().orElseGet(real::instant);
    Instant latest =
        stores
            .transactions()
            .read(() -> stores.traces().latest())
            .filter(at -> at.isAfter(start))
            .orElse(start);
    LOG.info("The business clock runs {} times as fast from {}", settings.clockSpeed(), latest);
    return BusinessClock.from(start, settings.clockSpeed(), latest);
  }
}
