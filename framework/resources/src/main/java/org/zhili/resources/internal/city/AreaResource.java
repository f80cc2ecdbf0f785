package org.zhili.resources.internal.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Area;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Fingerprint;
import org.zhili.resources.internal.Scope;
import org.zhili.text.Wording;

/** The areas of the city, from the district down to the grid cell (单元网格). */
@Path("areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "city")
public final class AreaResource {
  private static final int TAG_LENGTH = 24;

  private final CityBooks books;
  private final Scope scope;

  public AreaResource(CityBooks books, Scope scope) {
    this.books = books;
    this.scope = scope;
  }

  /** An area and the one it lies in. */
  public record AreaView(String id, Wording name, String level, Optional<String> parent) {
    static AreaView of(Area area) {
      return new AreaView(
          area.id().value(), area.name(), area.level(), area.parent().map(AreaId::value));
    }
  }

  @GET
  @Allowed({
    Role.OPERATOR,
    Role.SUPERVISOR,
    Role.ADMINISTRATOR,
    Role.UNIT,
    Role.GRID_WORKER,
    Role.SECURITY_ADMINISTRATOR,
    Role.DISPLAY
  })
  @Operation(summary = "List the areas of the city · 列出区域")
  public List<AreaView> list() {
    return books.areas().stream().sorted(Comparator.comparing(Area::id)).map(AreaView::of).toList();
  }

  @GET
  @Path("shapes")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.DISPLAY})
  @Operation(
      summary = "Outlines of the areas you may see, as GeoJSON in WGS-84 · 可见区域的边界（GeoJSON，WGS-84）",
      description =
          "Empty for a city that brings no `areas.geojson`. With the ETag of before in"
              + " `If-None-Match` the answer is 304 while nothing has changed."
              + " · 城市未提供 areas.geojson 时为空；带上 If-None-Match，未变化时答复 304。")
  @ApiResponse(content = @Content(schema = @Schema(implementation = ShapesView.class)))
  public Response shapes(
      @HeaderParam("If-None-Match") @Size(max = 1000) @Nullable String known,
      @Context SecurityContext security) {
    ShapesView view = shapes(Callers.viewer(security));
    EntityTag tag = new EntityTag(Fingerprint.of(view).substring(0, TAG_LENGTH));
    // a server that compresses adds to the tag, within its quotation marks
    Response.ResponseBuilder answer =
        known != null && known.contains('"' + tag.getValue())
            ? Response.notModified()
            : Response.ok(view);
    return answer.tag(tag).header("Cache-Control", "private, no-cache").build();
  }

  private ShapesView shapes(Viewer viewer) {
    Map<AreaId, Area> areas =
        books.areas().stream().collect(Collectors.toMap(Area::id, Function.identity()));
    return new ShapesView(
        books.shapes().stream()
            .filter(shape -> scope.covers(viewer, shape.area()))
            .flatMap(
                shape ->
                    Optional.ofNullable(areas.get(shape.area()))
                        .map(area -> ShapesView.Feature.of(area, shape))
                        .stream())
            .toList());
  }
}
