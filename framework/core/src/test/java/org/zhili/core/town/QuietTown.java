package org.zhili.core.town;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.city.Area;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.rules.CityPack;
import org.zhili.text.Wording;

/**
 * A town without plug-ins, on stores in memory: an area {@code east} with one cover, the unit
 * {@code municipal-works}, and a case type. Time stands still.
 */
public final class QuietTown implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  public static final DeviceId COVER = new DeviceId("MC-001");
  private static final AreaId EAST = new AreaId("east");

  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  private final Town town =
      new Town(InMemoryStores.fresh(), new PlugIns(gate, new ModuleBook(gate)), pack(), () -> NOW);

  private static CityPack pack() {
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
            COVER,
            "manhole_cover",
            "city-json",
            EAST,
            "中山路100号",
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new CityPack(
        SampleRules.of(List.of(), "absent-strategy", "absent-model"),
        List.of(new Area(EAST, Wording.same("east"), "city", Optional.empty())),
        List.of(works),
        List.of(),
        List.of(cover),
        List.of(SampleTypes.component()));
  }

  /** The town, which nobody has started. */
  public Town town() {
    return town;
  }

  @Override
  public void close() {
    town.close();
    gate.close();
  }
}
