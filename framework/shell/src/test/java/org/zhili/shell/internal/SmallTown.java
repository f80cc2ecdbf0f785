package org.zhili.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.CaseFile;
import org.zhili.casework.NewCase;
import org.zhili.city.Area;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.town.InMemoryStores;
import org.zhili.core.town.Town;
import org.zhili.core.town.TownStores;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.rules.CityPack;
import org.zhili.rules.CityRules;
import org.zhili.rules.ReviewRules;
import org.zhili.rules.WorkingHours;
import org.zhili.text.Wording;

/** A town on stores in memory, with one device and one open case. */
final class SmallTown implements AutoCloseable {
  static final String DEVICE = "MC-001";
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  final Town town;
  final CaseFile file;

  SmallTown() {
    TownStores stores = InMemoryStores.fresh();
    town = new Town(stores, new Town.PlugIns(gate, new ModuleBook(gate)), pack(), () -> NOW);
    town.start(0);
    NewCase tilted =
        new NewCase(
            SampleTypes.component().id(), Optional.empty(), SampleTypes.report("cover", NOW));
    file = town.desk().find(town.desk().open(tilted, SampleTypes.SYSTEM).file().id()).orElseThrow();
  }

  private static CityPack pack() {
    CityRules rules =
        new CityRules(
            "rules-1",
            new Wording("试验城", "Testville"),
            "demo",
            ZoneId.of("Asia/Shanghai"),
            WorkingHours.DEFAULT,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new ReviewRules(0.7, Set.of(), Set.of(), 2),
            "absent-strategy",
            "absent-model");
    Area city = new Area(new AreaId("city"), Wording.same("city"), "city", Optional.empty());
    Unit works =
        new Unit(
            SampleTypes.WORKS,
            Wording.same("works"),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty());
    Device cover =
        new Device(
            new DeviceId(DEVICE),
            "manhole_cover",
            "city-json",
            city.id(),
            "中山路100号",
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new CityPack(
        rules,
        List.of(city),
        List.of(works),
        List.of(),
        List.of(cover),
        List.of(SampleTypes.component()));
  }

  /** Set as much work aside. */
  void bury(int pieces) {
    TimerStore timers = town.stores().timers();
    Transactions transactions = town.stores().transactions();
    for (int i = 0; i < pieces; i++) {
      String key = "piece-" + i;
      transactions.run(() -> timers.add(NewTimer.of("test", key, NOW)));
    }
    transactions.run(
        () ->
            timers
                .claim(Set.of("test"), NOW, Duration.ofMinutes(1), pieces)
                .forEach(claim -> timers.bury(claim, NOW, "it failed")));
  }

  @Override
  public void close() {
    town.close();
    gate.close();
  }
}
