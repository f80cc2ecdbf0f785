package org.zhili.rules;

import java.util.List;
import org.zhili.casework.CaseType;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Shape;
import org.zhili.city.Unit;
import org.zhili.text.Words;

/**
 * All a city brings to its town (城市数据包): its rules, its registers, case types that override those
 * of modules, words that hold over those of modules and of the town, and where its areas lie.
 */
public record CityPack(
    CityRules rules,
    List<Area> areas,
    List<Unit> units,
    List<Asset> assets,
    List<Device> devices,
    List<CaseType> types,
    Words words,
    List<Shape> shapes) {
  public CityPack {
    areas = List.copyOf(areas);
    units = List.copyOf(units);
    assets = List.copyOf(assets);
    devices = List.copyOf(devices);
    types = List.copyOf(types);
    shapes = List.copyOf(shapes);
  }

  /** A pack without a map. */
  public CityPack(
      CityRules rules,
      List<Area> areas,
      List<Unit> units,
      List<Asset> assets,
      List<Device> devices,
      List<CaseType> types,
      Words words) {
    this(rules, areas, units, assets, devices, types, words, List.of());
  }

  /** A pack without words of its own. */
  public CityPack(
      CityRules rules,
      List<Area> areas,
      List<Unit> units,
      List<Asset> assets,
      List<Device> devices,
      List<CaseType> types) {
    this(rules, areas, units, assets, devices, types, Words.none());
  }
}
