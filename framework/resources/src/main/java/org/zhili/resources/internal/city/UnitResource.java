package org.zhili.resources.internal.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.city.Unit;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** The units of the city (单位). */
@Path("units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "city")
public final class UnitResource {
  private final CityBooks books;

  public UnitResource(CityBooks books) {
    this.books = books;
  }

  /** A unit; no duties means any, no areas the whole city. */
  public record UnitView(
      String id,
      Wording name,
      List<String> duties,
      List<String> areas,
      List<String> territorialFor,
      Optional<String> parent) {
    static UnitView of(Unit unit) {
      return new UnitView(
          unit.id().value(),
          unit.name(),
          unit.duties().stream().sorted().toList(),
          ids(unit.areas()),
          ids(unit.territorialFor()),
          unit.parent().map(UnitId::value));
    }

    private static List<String> ids(Collection<AreaId> areas) {
      return areas.stream().map(AreaId::value).sorted().toList();
    }
  }

  @GET
  @Allowed({
    Role.OPERATOR,
    Role.SUPERVISOR,
    Role.ADMINISTRATOR,
    Role.UNIT,
    Role.SECURITY_ADMINISTRATOR
  })
  @Operation(summary = "List the units of the city · 列出单位")
  public List<UnitView> list() {
    return books.units().stream().sorted(Comparator.comparing(Unit::id)).map(UnitView::of).toList();
  }
}
