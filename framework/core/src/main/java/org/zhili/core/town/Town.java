package org.zhili.core.town;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.alert.AlertDesk;
import org.zhili.core.casework.AbsentTypes;
import org.zhili.core.casework.CaseEngine;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.Desk;
import org.zhili.core.casework.Milestones;
import org.zhili.core.casework.Reactions;
import org.zhili.core.city.CityBooks;
import org.zhili.core.city.DeviceAccess;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.dispatch.Adviser;
import org.zhili.core.dispatch.DeliveryChannel;
import org.zhili.core.dispatch.DispatchDesk;
import org.zhili.core.dispatch.WorkOrders;
import org.zhili.core.edition.Editions;
import org.zhili.core.grading.CaseFacts;
import org.zhili.core.grading.GradingRun;
import org.zhili.core.inbox.Inbox;
import org.zhili.core.ingest.IngestSettings;
import org.zhili.core.ingest.Ingestion;
import org.zhili.core.plugin.Isolation;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.timer.Recurring;
import org.zhili.core.timer.TimerWorkers;
import org.zhili.core.trace.TraceLog;
import org.zhili.rules.CityPack;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * One town, put together: plug-ins at the gate on one side, stores on the other, and between them
 * ingestion, the case desk, dispatch, clocks, trace and grading.
 *
 * <p>Built, then {@link #start started}, then {@link #close closed}. Thread-safe.
 */
public final class Town implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Town.class);

  private final PluginGate gate;
  private final ModuleBook modules;
  private final InstantSource clock;
  private final TraceLog trace;
  private final CaseLedger ledger;
  private final Editions editions;
  private final CityBooks books;
  private final DeviceBook devices;
  private final DeviceAccess access;
  private final AlertDesk alerts;
  private final CaseTypes types;
  private final CaseEngine engine;
  private final Desk desk;
  private final AbsentTypes absentTypes;
  private final Milestones milestones;
  private final WorkOrders orders;
  private final DispatchDesk dispatch;
  private final GradingRun grading;
  private final Ingestion ingestion;
  private final Inbox inbox;
  private final Isolation isolation;
  private final TimerWorkers timers;
  private final Recurring chores;
  private final Attendance attendance;
  private final RulesInForce rules;
  private final TownStores stores;
  private final ExecutorService decoding;

  public Town(TownStores stores, PlugIns plugIns, CityPack pack, InstantSource clock) {
    this(stores, plugIns, pack, clock, IngestSettings.DEFAULT);
  }

  public Town(
      TownStores stores,
      PlugIns plugIns,
      CityPack pack,
      InstantSource clock,
      IngestSettings settings) {
    this.stores = stores;
    this.gate = plugIns.gate();
    this.modules = plugIns.modules();
    this.clock = clock;
    trace = new TraceLog(stores.transactions(), stores.traces());
    ledger = new CaseLedger(stores.transactions(), stores.cases(), trace);
    types = new CaseTypes(stores.transactions(), stores.types());
    editions = new Editions(stores.transactions(), stores.editions(), clock, types::current, pack);
    books =
        new CityBooks(
            stores.transactions(), stores.registers(), stores.timers(), clock, editions.open());
    devices = new DeviceBook(stores.transactions(), stores.registers(), clock);
    access =
        new DeviceAccess(stores.transactions(), stores.credentials(), clock, pack.rules().tenant());
    alerts = new AlertDesk(stores.transactions(), stores.alerts(), clock);
    engine = new CaseEngine(books);
    desk = new Desk(ledger, types, engine, clock, () -> books.rules().zone());
    AbsentTypes.Books kept =
        new AbsentTypes.Books(
            stores.transactions(), stores.cases(), stores.types(), stores.timers());
    absentTypes = new AbsentTypes(desk, kept, clock, plugIns.grace());
    milestones = new Milestones(desk, books, stores.timers(), clock);
    orders =
        new WorkOrders(
            stores.transactions(),
            new WorkOrders.Stores(stores.orders(), stores.timers(), stores.cases()),
            clock,
            unit -> DeliveryChannel.INBOX);
    dispatch =
        new DispatchDesk(
            desk,
            books,
            new Adviser(gate, this::words),
            new DispatchDesk.Stores(ledger, stores.reviews(), stores.timers(), clock));
    CaseFacts facts = new CaseFacts(ledger, types, milestones, clock);
    grading =
        new GradingRun(
            books,
            facts,
            gate,
            this::words,
            new GradingRun.Ledger(stores.transactions(), stores.scores(), clock));
    timers = new TimerWorkers(stores.transactions(), stores.timers(), clock);
    chores = new Recurring(stores.transactions(), stores.timers(), clock);
    Jobs jobs = new Jobs(modules, stores.transactions(), stores.timers(), clock);
    attendance = new Attendance(this, jobs, chores);
    rules = new RulesInForce(this, attendance, chores);
    decoding = Executors.newCachedThreadPool(Town::daemon);
    ingestion = ingestion(settings);
    isolation = new Isolation(gate, stores.transactions(), stores.isolations(), clock);
    gate.override(pack.words());
    inbox =
        new Inbox(stores.inbox(), devices, ingestion, clock, () -> chores.soon(Routine.QUARANTINE));
  }

  private Ingestion ingestion(IngestSettings settings) {
    return new Ingestion(
        new Ingestion.Stores(stores.ingest(), stores.quarantine()),
        Ingestion.Asked.of(gate, modules, devices, books::rules),
        new Ingestion.Running(clock, settings, decoding, timers::kick));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "zhili-decode");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Open for business.
   *
   * @param workers threads for each sort of work that timers do
   */
  public void start(int workers) {
    Routine routine = new Routine(this);
    Reactions reactions = new Reactions(modules, stores.timers(), desk, trace);
    routine.follow(reactions);
    timers.registerLong(Recurring.CHORE, chores);
    attendance.open(reactions);
    isolation.hold();
    routine.begin(chores);
    ingestion.start();
    timers.start(workers);
    if (workers > 0) {
      attendance.keep();
    }
    LOG.info("The town of {} is open", books.rules().name().en());
  }

  /** Put the rules and registers of a city pack in force; what waited for them is done soon. */
  public void apply(CityPack pack) {
    rules.apply(pack);
  }

  /** Put in force what was published meanwhile, here or elsewhere, and whose day has come. */
  public void followEditions() {
    rules.follow();
  }

  /** Close: take no more messages, end what is under way, leave the rest to be done later. */
  @Override
  public void close() {
    ingestion.close();
    attendance.close();
    timers.close();
    isolation.letGo();
    decoding.shutdownNow();
    LOG.info("The town of {} is closed", books.rules().name().en());
  }

  /** The words of the town and of all plug-ins, and over them those of the city. */
  public Words words() {
    return TownWords.OWN.plus(gate.words());
  }

  /** The same without those of the city. */
  Words wordsOfParts() {
    return TownWords.OWN.plus(gate.wordsOfParts());
  }

  /** Render a text in both languages. */
  public Wording render(Text text) {
    return words().render(text);
  }

  public Desk desk() {
    return desk;
  }

  public CaseLedger ledger() {
    return ledger;
  }

  public CaseTypes types() {
    return types;
  }

  public CaseEngine engine() {
    return engine;
  }

  public CityBooks books() {
    return books;
  }

  public Editions editions() {
    return editions;
  }

  public DeviceBook devices() {
    return devices;
  }

  public DeviceAccess access() {
    return access;
  }

  public AlertDesk alerts() {
    return alerts;
  }

  AbsentTypes absentTypes() {
    return absentTypes;
  }

  public Milestones milestones() {
    return milestones;
  }

  public WorkOrders orders() {
    return orders;
  }

  public DispatchDesk dispatch() {
    return dispatch;
  }

  public GradingRun grading() {
    return grading;
  }

  public Ingestion ingestion() {
    return ingestion;
  }

  public Inbox inbox() {
    return inbox;
  }

  /** The plug-ins that are asked nothing. */
  public Isolation isolation() {
    return isolation;
  }

  public TimerWorkers timers() {
    return timers;
  }

  public PluginGate gate() {
    return gate;
  }

  public ModuleBook modules() {
    return modules;
  }

  public InstantSource clock() {
    return clock;
  }

  public TownStores stores() {
    return stores;
  }
}
