package org.zhili.core.city;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.CaseType;
import org.zhili.casework.Limit;
import org.zhili.casework.Pause;
import org.zhili.casework.Report;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Shape;
import org.zhili.city.Unit;
import org.zhili.core.calendar.WorkingCalendar;
import org.zhili.core.casework.Deadlines;
import org.zhili.core.casework.DueTimes;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.TimerStore;
import org.zhili.dispatch.Duty;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.UnitId;
import org.zhili.rules.CityPack;
import org.zhili.rules.CityRules;

/**
 * The city's books as they stand: rules in force, areas and units in memory, assets in the store.
 *
 * <p>Thread-safe. {@link #apply} puts new books in force as one.
 */
public final class CityBooks implements Deadlines {
  private final Transactions transactions;
  private final RegisterStore registers;
  private final TimerStore timers;
  private final InstantSource clock;
  private volatile Books books;

  /** Open the books with a pack: take its registers, and put its rules in force. */
  public CityBooks(
      Transactions transactions,
      RegisterStore registers,
      TimerStore timers,
      InstantSource clock,
      CityPack pack) {
    this.transactions = transactions;
    this.registers = registers;
    this.timers = timers;
    this.clock = clock;
    this.books = take(pack);
  }

  /**
   * Take the registers of a pack and put its rules in force, all or nothing. Due times follow other
   * rules soon after, also when the town is killed before.
   */
  public void apply(CityPack pack) {
    String before = books.rules.version();
    books = take(pack);
    if (!before.equals(pack.rules().version())) {
      // once more: by now somebody may have gone through them by the rules before, here or
      // elsewhere
      transactions.run(() -> timers.add(DueTimes.fromTheNewest(clock.instant())));
    }
  }

  private Books take(CityPack pack) {
    return transactions.run(
        () -> {
          Instant at = clock.instant();
          registers.saveAreas(pack.areas());
          registers.saveUnits(pack.units());
          registers.takeAssets(pack.assets(), at);
          registers.takeDevices(pack.devices());
          if (registers.rulesApplied(pack.rules().version(), at)) {
            timers.add(DueTimes.fromTheNewest(at));
          }
          return new Books(pack, registers.areas(), registers.units());
        });
  }

  public CityRules rules() {
    return books.rules;
  }

  public WorkingCalendar calendar() {
    return books.calendar;
  }

  /** The case types the city overrides. */
  public List<CaseType> types() {
    return books.types;
  }

  public Collection<Unit> units() {
    return books.units.values();
  }

  public Optional<Unit> unit(UnitId id) {
    return Optional.ofNullable(books.units.get(id));
  }

  public Collection<Area> areas() {
    return books.areas.values();
  }

  /** Where areas lie that are on the books, as far as the city says so. */
  public List<Shape> shapes() {
    Books now = books;
    return now.shapes.stream().filter(shape -> now.areas.containsKey(shape.area())).toList();
  }

  public Optional<Asset> asset(AssetId id) {
    return transactions.read(() -> registers.asset(id));
  }

  /** The area itself, then the areas it lies in, narrowest first. */
  public List<AreaId> around(AreaId area) {
    return books.around(area);
  }

  /** These areas and all areas inside them. */
  public Set<AreaId> within(Set<AreaId> areas) {
    Books now = books;
    Set<AreaId> inside = new HashSet<>(areas);
    now.areas.keySet().stream()
        .filter(id -> now.around(id).stream().anyMatch(areas::contains))
        .forEach(inside::add);
    return inside;
  }

  /** Units that serve the area. */
  public List<Unit> serving(AreaId area) {
    Books now = books;
    List<AreaId> around = now.around(area);
    return now.units.values().stream()
        .filter(u -> u.areas().isEmpty() || u.areas().stream().anyMatch(around::contains))
        .toList();
  }

  /** The unit itself and all units below it. */
  public Set<UnitId> below(UnitId unit) {
    return books.below.getOrDefault(unit, Set.of(unit));
  }

  /** What the books say about who answers for a report. */
  public Duty duty(Report report) {
    Books now = books;
    Optional<Asset> asset = report.asset().flatMap(this::asset);
    LocalDate day = LocalDate.ofInstant(report.reportedAt(), now.rules.zone());
    return new Duty(
        asset.flatMap(Asset::owner),
        asset.flatMap(Asset::supervisor),
        now.catalogue.row(report, day),
        now.territorial(report.area()));
  }

  @Override
  public Optional<Instant> due(Instant start, List<Limit> limits, List<Pause> pauses) {
    return books.calendar.due(start, limits, pauses);
  }

  /** One state of the books. */
  private static final class Books {
    private final CityRules rules;
    private final WorkingCalendar calendar;
    private final DispatchCatalogue catalogue;
    private final List<CaseType> types;
    private final List<Shape> shapes;
    private final Map<AreaId, Area> areas = new HashMap<>();
    private final Map<UnitId, Unit> units = new HashMap<>();
    private final Map<UnitId, Set<UnitId>> below = new HashMap<>();

    Books(CityPack pack, List<Area> areas, List<Unit> units) {
      this.rules = pack.rules();
      this.types = pack.types();
      this.shapes = pack.shapes();
      this.calendar = new WorkingCalendar(rules.calendar(), rules.hours(), rules.zone());
      this.catalogue = new DispatchCatalogue(rules.catalogue(), this::around);
      areas.forEach(area -> this.areas.put(area.id(), area));
      units.forEach(unit -> this.units.put(unit.id(), unit));
      this.units.keySet().forEach(this::standBelow);
      below.replaceAll((unit, all) -> Set.copyOf(all));
    }

    /** Who is above itself, by a mistake in the register, is met once. */
    private void standBelow(UnitId unit) {
      Optional<UnitId> above = Optional.of(unit);
      while (above.isPresent()
          && below.computeIfAbsent(above.get(), top -> new HashSet<>()).add(unit)) {
        above = Optional.ofNullable(units.get(above.get())).flatMap(Unit::parent);
      }
    }

    List<AreaId> around(AreaId area) {
      List<AreaId> chain = new ArrayList<>();
      Optional<AreaId> next = Optional.of(area);
      while (next.isPresent() && !chain.contains(next.get())) {
        chain.add(next.get());
        next = Optional.ofNullable(areas.get(next.get())).flatMap(Area::parent);
      }
      return chain;
    }

    Optional<UnitId> territorial(AreaId area) {
      for (AreaId place : around(area)) {
        Optional<UnitId> body =
            units.values().stream()
                .filter(u -> u.territorialFor().contains(place))
                .map(Unit::id)
                .min(UnitId::compareTo);
        if (body.isPresent()) {
          return body;
        }
      }
      return Optional.empty();
    }
  }
}
