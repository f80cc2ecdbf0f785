package org.zhili.access.internal.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.city.Area;
import org.zhili.city.Unit;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.town.InMemoryStores;
import org.zhili.core.town.Town;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.CityPack;
import org.zhili.rules.CityRules;
import org.zhili.rules.ReviewRules;
import org.zhili.rules.WorkingHours;
import org.zhili.text.Wording;

/** A town with an area {@code east} and a unit {@code municipal-works} on its books. */
final class TestCity implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  final Town town =
      new Town(
          InMemoryStores.fresh(), new Town.PlugIns(gate, new ModuleBook(gate)), pack(), () -> NOW);

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
    Area east = new Area(new AreaId("east"), Wording.same("east"), "city", Optional.empty());
    Unit works =
        new Unit(
            new UnitId("municipal-works"),
            Wording.same("works"),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty());
    return new CityPack(rules, List.of(east), List.of(works), List.of(), List.of(), List.of());
  }

  @Override
  public void close() {
    town.close();
    gate.close();
  }
}
