package org.zhili.resources.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhili.access.Viewer;
import org.zhili.city.Asset;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.UnitId;

/**
 * Looks up what a caller names in a request: it must be on the city's books, and places must be
 * within the caller's reach.
 */
public final class Register {
  private final CityBooks books;
  private final Scope scope;

  public Register(CityBooks books, Scope scope) {
    this.books = books;
    this.scope = scope;
  }

  public AreaId area(String code, Viewer viewer) {
    AreaId area = Form.id("area", code, AreaId::new);
    if (books.areas().stream().noneMatch(a -> a.id().equals(area)) || !scope.covers(viewer, area)) {
      throw Trouble.UNKNOWN_AREA.at("area", code);
    }
    return area;
  }

  public Asset asset(String code, Viewer viewer) {
    return books
        .asset(Form.id("asset", code, AssetId::new))
        .filter(asset -> scope.covers(viewer, asset.area()))
        .orElseThrow(() -> Trouble.UNKNOWN_ASSET.at("asset", code));
  }

  /** An asset that lies in the area, below it or around it. */
  public Asset asset(String code, AreaId area, Viewer viewer) {
    Asset asset = asset(code, viewer);
    boolean near =
        books.around(asset.area()).contains(area) || books.around(area).contains(asset.area());
    if (!near) {
      throw Trouble.NOT_IN_AREA.at("asset", code, asset.area().value(), area.value());
    }
    return asset;
  }

  public UnitId unit(String field, String id) {
    UnitId unit = Form.id(field, id, UnitId::new);
    if (books.unit(unit).isEmpty()) {
      throw Trouble.UNKNOWN_UNIT.at(field, id);
    }
    return unit;
  }

  public Optional<UnitId> unit(String field, Optional<String> id) {
    return id.map(given -> unit(field, given));
  }

  public Set<UnitId> units(String field, List<String> ids) {
    Set<UnitId> units = new TreeSet<>();
    ids.forEach(id -> units.add(unit(field, id)));
    return units;
  }
}
