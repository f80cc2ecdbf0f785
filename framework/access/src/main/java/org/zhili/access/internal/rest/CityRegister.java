package org.zhili.access.internal.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zhili.access.internal.Trouble;
import org.zhili.core.city.CityBooks;
import org.zhili.core.town.Town;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.imports.Imports;

/** The city's books, for accounts that name a unit or areas; only an open town has them. */
@Component(service = CityRegister.class)
public final class CityRegister {
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Town town;

  @Activate
  public CityRegister() {
    this(null);
  }

  /** Of this town, for whoever puts the parts together without OSGi. */
  public CityRegister(@Nullable Town town) {
    this.town = town;
  }

  UnitId unit(String id) {
    UnitId unit = new UnitId(id);
    if (books().unit(unit).isEmpty()) {
      throw Trouble.UNKNOWN_UNIT.at("unit", id);
    }
    return unit;
  }

  AreaId area(String code) {
    AreaId area = new AreaId(code);
    if (books().areas().stream().noneMatch(known -> known.id().equals(area))) {
      throw Trouble.UNKNOWN_AREA.at("areas", code);
    }
    return area;
  }

  /** Workbooks in the city's zone, on its clock. */
  Workbooks workbooks() {
    Town open = town();
    return new Workbooks(open.clock(), () -> open.books().rules().zone(), Workbooks.MOST_ROWS);
  }

  /** What takes sheets, in the town's transactions. */
  Imports imports() {
    Town open = town();
    return new Imports(open.stores().transactions(), open.stores().idempotency(), open.clock());
  }

  private CityBooks books() {
    return town().books();
  }

  private Town town() {
    return Optional.ofNullable(town).orElseThrow(Trouble.TOWN_CLOSED::problem);
  }
}
