package org.zhili.resources.internal.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.city.Area;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.text.Wording;

/** The areas of the city, from the district down to the grid cell (单元网格). */
@Path("areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "city")
public final class AreaResource {
  private final CityBooks books;

  public AreaResource(CityBooks books) {
    this.books = books;
  }

  /** An area and the one it lies in. */
  public record AreaView(String id, Wording name, String level, Optional<String> parent) {
    static AreaView of(Area area) {
      return new AreaView(
          area.id().value(), area.name(), area.level(), area.parent().map(AreaId::value));
    }
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "List the areas of the city · 列出区域")
  public List<AreaView> list() {
    return books.areas().stream().sorted(Comparator.comparing(Area::id)).map(AreaView::of).toList();
  }
}
