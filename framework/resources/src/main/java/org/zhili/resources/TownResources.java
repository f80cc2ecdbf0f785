package org.zhili.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.zhili.core.audit.AuditBook;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.ingest.GateDecoders;
import org.zhili.core.setting.SettingsBook;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.town.Town;
import org.zhili.print.Press;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.imports.Imports;
import org.zhili.resources.internal.ConflictMapper;
import org.zhili.resources.internal.ProblemLanguage;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.StoreAwayMapper;
import org.zhili.resources.internal.Upkeep;
import org.zhili.resources.internal.YearUnknownMapper;
import org.zhili.resources.internal.alerts.AlertResource;
import org.zhili.resources.internal.attachments.AttachmentResource;
import org.zhili.resources.internal.attachments.Attachments;
import org.zhili.resources.internal.attachments.CaseAttachmentResource;
import org.zhili.resources.internal.audit.AuditResource;
import org.zhili.resources.internal.cases.ActionReading;
import org.zhili.resources.internal.cases.CaseActionResource;
import org.zhili.resources.internal.cases.CaseCountResource;
import org.zhili.resources.internal.cases.CaseFinder;
import org.zhili.resources.internal.cases.CaseMoves;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.cases.CaseSearch;
import org.zhili.resources.internal.cases.CaseTraceResource;
import org.zhili.resources.internal.cases.CaseViews;
import org.zhili.resources.internal.cases.DisclosureResource;
import org.zhili.resources.internal.cases.HandReports;
import org.zhili.resources.internal.cases.HotResource;
import org.zhili.resources.internal.cases.HotSpots;
import org.zhili.resources.internal.cases.MilestoneViews;
import org.zhili.resources.internal.cases.NewestResource;
import org.zhili.resources.internal.cases.PlaceResource;
import org.zhili.resources.internal.cases.ReportReading;
import org.zhili.resources.internal.cases.TodayResource;
import org.zhili.resources.internal.city.AreaResource;
import org.zhili.resources.internal.city.AssetResource;
import org.zhili.resources.internal.city.CaseTypeResource;
import org.zhili.resources.internal.city.DeviceAlarmResource;
import org.zhili.resources.internal.city.DeviceFrameResource;
import org.zhili.resources.internal.city.DeviceResource;
import org.zhili.resources.internal.city.DeviceSearch;
import org.zhili.resources.internal.city.DeviceStateResource;
import org.zhili.resources.internal.city.DeviceStatesResource;
import org.zhili.resources.internal.city.GatewayResource;
import org.zhili.resources.internal.city.RuleResource;
import org.zhili.resources.internal.city.TermResource;
import org.zhili.resources.internal.city.UnitResource;
import org.zhili.resources.internal.city.Units;
import org.zhili.resources.internal.dispatch.CaseOrderResource;
import org.zhili.resources.internal.dispatch.CaseReviewResource;
import org.zhili.resources.internal.dispatch.OrderResource;
import org.zhili.resources.internal.dispatch.ReviewDesk;
import org.zhili.resources.internal.dispatch.ReviewResource;
import org.zhili.resources.internal.editions.Drafts;
import org.zhili.resources.internal.editions.EditionHistoryResource;
import org.zhili.resources.internal.editions.EditionResource;
import org.zhili.resources.internal.editions.Previews;
import org.zhili.resources.internal.exports.Exports;
import org.zhili.resources.internal.imports.ImportLists;
import org.zhili.resources.internal.inbox.InboxResource;
import org.zhili.resources.internal.live.EverySecond;
import org.zhili.resources.internal.live.LiveResource;
import org.zhili.resources.internal.live.Watch;
import org.zhili.resources.internal.pages.PageResource;
import org.zhili.resources.internal.pages.Pages;
import org.zhili.resources.internal.papers.CaseFileResource;
import org.zhili.resources.internal.progress.LookupLimits;
import org.zhili.resources.internal.progress.Progress;
import org.zhili.resources.internal.progress.ProgressResource;
import org.zhili.resources.internal.quarantine.QuarantineResource;
import org.zhili.resources.internal.reports.MatterResource;
import org.zhili.resources.internal.reports.Matters;
import org.zhili.resources.internal.reports.Neighbours;
import org.zhili.resources.internal.reports.ReportResource;
import org.zhili.resources.internal.reports.TownResource;
import org.zhili.resources.internal.scores.ScoreResource;
import org.zhili.resources.internal.status.SetAsideResource;
import org.zhili.resources.live.LiveFeed;
import org.zhili.resources.security.FoldedAudit;
import org.zhili.text.Words;

/**
 * All resources of one town, ready to be given to a Jakarta REST server: registered one by one as
 * services in OSGi, handed over as a list elsewhere. Each is a singleton and thread-safe.
 *
 * <p>The server must hold every operation to its {@link org.zhili.access.Allowed}, validate
 * parameters, and put a {@link org.zhili.resources.security.ViewerPrincipal} into the security
 * context of those who have logged in.
 */
public final class TownResources {
  private final Town town;
  private final Supplier<Optional<PluginShelf>> shelf;
  private final Supplier<Optional<SettingsBook>> settings;
  private final CaseLedger ledger;
  private final Supplier<Words> words;
  private final Scope scope;
  private final Register register;
  private final Units units;
  private final CaseFinder finder;
  private final CaseMoves moves;
  private final MilestoneViews milestones;
  private final CaseViews views;
  private final ActionReading reading;
  private final Attachments attachments;
  private final HandReports reports;
  private final LookupLimits limits;
  private final CaseSearch search;
  private final FoldedAudit looks;
  private final CaseWords called;
  private final Papers papers;
  private final Press press;
  private final Imports imports;

  /** Lay resources over a town whose plug-ins come and go without a shelf. */
  public TownResources(Town town, IdempotencyStore answers) {
    this(
        town,
        answers,
        Optional::empty,
        Optional::empty,
        System::nanoTime,
        Papers.DEFAULT,
        LookupLimits.TOWN_REPORTS);
  }

  /**
   * Lay resources over a town.
   *
   * @param shelf the shelf of plug-ins, while there is one
   * @param settings those of the town's own parts, while there are some
   * @param nanoTime real time for limits, as {@link System#nanoTime()}
   * @param papers how lists are taken away
   * @param residentReports how many reports of residents an hour
   */
  public TownResources(
      Town town,
      IdempotencyStore answers,
      Supplier<Optional<PluginShelf>> shelf,
      Supplier<Optional<SettingsBook>> settings,
      LongSupplier nanoTime,
      Papers papers,
      int residentReports) {
    this.town = town;
    this.papers = papers;
    press = new Press(papers.fonts());
    this.shelf = shelf;
    this.settings = settings;
    ledger = town.ledger();
    words = town::words;
    scope = new Scope(town.books());
    register = new Register(town.books(), scope);
    units = new Units(new GateDecoders(town.gate()));
    called = new CaseWords(town.types(), town.books()::unit, words);
    finder = new CaseFinder(ledger, scope, called);
    Repeats repeats = new Repeats(ledger.transactions(), answers, town.clock());
    attachments =
        new Attachments(town.stores().attachments(), ledger.transactions(), repeats, town.clock());
    moves = new CaseMoves(town.desk(), finder, repeats, called, attachments);
    milestones = new MilestoneViews(town.milestones(), town.clock(), called);
    views = new CaseViews(town.types(), milestones, town.desk(), called);
    reading = new ActionReading(finder, register, called);
    reports =
        new HandReports(
            town.desk(), new ReportReading(town.types(), register, town.clock()), repeats, moves);
    limits = new LookupLimits(residentReports, nanoTime);
    search = new CaseSearch(finder, town.books(), town.clock(), new FoldedAudit(nanoTime));
    looks = new FoldedAudit(nanoTime);
    imports = new Imports(ledger.transactions(), answers, town.clock());
  }

  /** The resources, each with a {@code @Path} of its own. */
  public List<Object> all() {
    List<Object> lists = lists();
    List<Object> all = new ArrayList<>(lists);
    all.addAll(others());
    all.addAll(new Upkeep(town, shelf, settings, scope).all());
    all.addAll(exports(lists));
    all.addAll(new ImportLists(town, register, scope, reports).all(imports));
    all.add(paper(lists));
    return List.copyOf(all);
  }

  /** Those whose lists are also taken away. */
  private List<Object> lists() {
    DeviceSearch sought = new DeviceSearch(town.books(), words, scope);
    ReviewDesk reviews = new ReviewDesk(town.dispatch(), moves, register, town.clock());
    return List.of(
        new CaseResource(search, finder, views, reports),
        new OrderResource(town.orders(), finder, moves, scope),
        new ReviewResource(reviews, finder, views, scope),
        new DeviceResource(town.devices(), town.access(), register, sought, scope),
        new DeviceAlarmResource(town.devices(), town.stores().ingest(), scope, town::render),
        new DeviceStatesResource(town.devices(), town.stores().ingest(), units, sought),
        new AlertResource(town.alerts(), finder, scope),
        new AssetResource(town.devices(), register, scope),
        new UnitResource(town.books()),
        new AreaResource(town.books(), scope),
        new QuarantineResource(town.ingestion().quarantine(), town.devices(), scope),
        new InboxResource(town.inbox(), town.access(), register, scope),
        new AuditResource(
            new AuditBook(town.stores().transactions(), town.stores().audits()), scope),
        new SetAsideResource(town, scope),
        new ScoreResource(town.grading(), town.books(), scope, words));
  }

  private CaseFileResource paper(List<Object> lists) {
    CaseResource cases = Exports.the(CaseResource.class, lists);
    return new CaseFileResource(
        cases,
        new CaseTraceResource(finder, ledger.trace(), town.types(), called),
        new CaseOrderResource(finder, town.orders(), scope),
        new CaseFileResource.Office(press, town.books(), town.clock()));
  }

  private List<Object> exports(List<Object> lists) {
    Workbooks workbooks =
        new Workbooks(town.clock(), () -> town.books().rules().zone(), papers.rows());
    return new Exports(lists, town.books(), workbooks).all();
  }

  private List<Object> others() {
    HotSpots spots = new HotSpots(ledger, town.books(), scope, views, town.clock());
    return List.of(
        new PlaceResource(search, views, town.clock()),
        new NewestResource(finder, views),
        new HotResource(spots),
        new TodayResource(spots),
        new CaseCountResource(town, scope),
        new CaseActionResource(finder, views, reading, moves),
        new CaseTraceResource(finder, ledger.trace(), town.types(), called),
        new DisclosureResource(finder, ledger.trace(), town.types(), called),
        new CaseAttachmentResource(attachments, finder),
        new AttachmentResource(attachments, finder, looks),
        new MatterResource(new Matters(town.books(), town.types(), town.clock())),
        new CaseOrderResource(finder, town.orders(), scope),
        new CaseReviewResource(finder, town.dispatch(), called),
        new ProgressResource(
            new Progress(ledger, town.types(), milestones, town.desk()), moves, limits),
        new ReportResource(
            new Matters(town.books(), town.types(), town.clock()),
            new Neighbours(ledger, town.books()),
            town.books(),
            reports,
            limits),
        new DeviceStateResource(town.devices(), town.stores().ingest(), units, scope),
        new DeviceFrameResource(town.devices(), town.ingestion().frames(), scope),
        new TermResource(town),
        new GatewayResource(town.devices(), town.access(), scope),
        new CaseTypeResource(town.types()),
        new RuleResource(town.books()),
        new TownResource(town.books(), town.clock()),
        editions(),
        new EditionHistoryResource(new Drafts(town), town.editions(), scope),
        new LiveResource(),
        new PageResource(new Pages(town.modules()), town::render));
  }

  private EditionResource editions() {
    return new EditionResource(new Drafts(town), new Previews(town), town, scope);
  }

  /** What tells of changes, to be closed when the town is; it works while somebody listens. */
  public LiveFeed live() {
    return new Watch(town, scope, new EverySecond());
  }

  /** What the server applies to all of them: filters and exception mappers. */
  public List<Object> extensions() {
    return List.of(
        new ProblemLanguage(),
        new ConflictMapper(),
        new StoreAwayMapper(),
        new YearUnknownMapper());
  }
}
